// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.source.Revision;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where files come from, for whoever demands something of it.
 *
 * @param repository the folder of git itself, such as {@code .git}
 * @param workTree the folder with the files, if they were read from there
 * @param path of the folder in the repository, with {@code /}; empty for all of it
 * @param branch which the commit is the end of, if it was reached by its name
 */
record GitState(Path repository, Optional<Path> workTree, String path, Revision revision, Optional<String> branch) {
    GitState {
        requireNonNull(repository, "repository");
        requireNonNull(workTree, "workTree");
        requireNonNull(path, "path");
        requireNonNull(revision, "revision");
        requireNonNull(branch, "branch");
    }

    /** The path of a file of the folder in the repository. */
    String inRepository(String file) {
        return path.isEmpty() ? file : path + "/" + file;
    }
}
