// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

import io.shakebook.engine.source.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.StatusCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.submodule.SubmoduleWalk.IgnoreSubmoduleMode;

/** Folders that lie in a work tree. */
public final class WorkTree {
    private WorkTree() {}

    /**
     * What is checked out, and which files in a folder differ from it: changed, staged, deleted, ignored or not known to git.
     * Empty if nothing was committed yet.
     *
     * @param folder in the work tree; only files in it count
     */
    public static Optional<Revision> revision(Path workTree, Path folder) throws GitFault {
        try (LocalRepository local = LocalRepository.open(workTree, workTree.toString())) {
            Repository repository = local.repository();
            ObjectId head = repository.resolve(Constants.HEAD);
            if (head == null) {
                return Optional.empty();
            }
            String branch = Optional.ofNullable(repository.getFullBranch())
                    .filter(name -> name.startsWith(Constants.R_HEADS))
                    .map(Repository::shortenRefName)
                    .orElse(Constants.HEAD);
            Revision revision = local.at(head, branch).revision();
            return Optional.of(revision.with(changed(repository, workTree, folder)));
        } catch (IOException | GitAPIException | JGitInternalException broken) {
            throw new GitFault(
                    "broken-repository",
                    "what has changed in the work tree \"" + GitNames.shown(workTree.toString()) + "\" cannot be read",
                    "look with \"git status\"");
        }
    }

    private static List<String> changed(Repository repository, Path workTree, Path folder) throws GitAPIException {
        String inside = workTree.relativize(folder.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
        StatusCommand command = new Git(repository).status().setIgnoreSubmodules(IgnoreSubmoduleMode.ALL);
        if (!inside.isEmpty()) {
            command.addPath(inside);
        }
        Status status = command.call();
        TreeSet<String> changed = new TreeSet<>(status.getUncommittedChanges());
        changed.addAll(status.getUntracked());
        changed.addAll(status.getConflicting());
        status.getIgnoredNotInIndex().stream()
                .filter(ignored -> hides(workTree, ignored, inside))
                .forEach(changed::add);
        return changed.stream().map(GitNames::shown).toList();
    }

    /**
     * Whether something that git ignores is read as if it were of the commit: a file, or all of the folder. A folder of
     * things that were built, say, lies there without being meant.
     */
    private static boolean hides(Path workTree, String ignored, String inside) {
        return (inside + "/").startsWith(ignored + "/")
                || Files.isRegularFile(workTree.resolve(ignored), LinkOption.NOFOLLOW_LINKS);
    }
}
