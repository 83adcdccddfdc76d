// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.source.Revision;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.git.GitOrigin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where files come from, for whoever demands something of it.
 *
 * @param path of the folder in the repository, with {@code /}; empty for all of it
 * @param tree the files; asked for what differs from the commit only when that matters, since it takes long
 */
record GitState(GitOrigin git, String path, SourceTree tree) {
    GitState {
        requireNonNull(git, "git");
        requireNonNull(path, "path");
        requireNonNull(tree, "tree");
    }

    /** @param folder in the work tree */
    static GitState checkedOut(GitOrigin git, Path top, Path folder, SourceTree tree) {
        Path inside = top.relativize(folder.toAbsolutePath().normalize());
        return new GitState(git, inside.toString().replace('\\', '/'), tree);
    }

    /** The path of a file of the folder in the repository. */
    String inRepository(String file) {
        return path.isEmpty() ? file : path + "/" + file;
    }

    /** Files that differ from the commit. */
    List<String> changed() {
        return git.workTree().isEmpty()
                ? List.of()
                : tree.origin().map(Revision::changed).orElse(List.of());
    }

    /** How its folder at a ref is typed. */
    String address(String ref) {
        return "git:" + git.shown() + "//" + path + "@" + ref;
    }

    Optional<String> branch() {
        return git.branch();
    }
}
