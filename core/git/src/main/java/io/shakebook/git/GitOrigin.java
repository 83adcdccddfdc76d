// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The commit that files belong to, for whoever demands something of it.
 *
 * @param repository the folder of git itself, such as {@code .git}
 * @param workTree the folder with the files, if they are read from there
 * @param shown how the repository is named to people
 * @param commit 40 hexadecimal digits
 * @param ref as it was typed, or what is checked out
 * @param branch which the commit is the end of, if it was reached by its name
 */
public record GitOrigin(
        Path repository, Optional<Path> workTree, String shown, String commit, String ref, Optional<String> branch) {
    public GitOrigin {
        requireNonNull(repository, "repository");
        requireNonNull(workTree, "workTree");
        requireNonNull(shown, "shown");
        requireNonNull(commit, "commit");
        requireNonNull(ref, "ref");
        requireNonNull(branch, "branch");
    }

    /** What is checked out; empty if nothing was committed yet. */
    public static Optional<GitOrigin> checkedOut(Path top) throws GitFault {
        try (LocalRepository local = LocalRepository.open(top, top.toString())) {
            return local.hasCommit() ? Optional.of(local.origin(Optional.empty(), Optional.of(top))) : Optional.empty();
        }
    }
}
