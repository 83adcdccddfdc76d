// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds work trees without any class of JGit, since most folders are in none and most commands do not ask. */
public final class WorkTreeSearch {
    private WorkTreeSearch() {}

    /** The work tree that a folder lies in; empty if it lies in none. */
    public static Optional<Path> around(Path folder) {
        Path at = folder.toAbsolutePath().normalize();
        while (at != null && !Files.exists(at.resolve(".git"))) {
            at = at.getParent();
        }
        return Optional.ofNullable(at);
    }
}
