// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.Conditions;
import io.shakebook.cli.LocalFault;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.playbook.PlaybookPlace;
import io.shakebook.engine.source.FolderTree;
import io.shakebook.engine.source.Revision;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.git.GitAddress;
import io.shakebook.git.GitOrigin;
import io.shakebook.git.WorkTreeSearch;
import java.nio.file.Path;
import java.util.Optional;

/** Where playbooks and inventories lie: folders, and {@code git:} addresses. JGit is loaded for what lies in git alone. */
final class Places {
    private final Machine machine;
    private final GitPlaces git;

    /** @param conditions what was typed about revisions */
    Places(Machine machine, Conditions conditions) {
        this.machine = machine;
        this.git = new GitPlaces(machine, conditions);
    }

    /** The commit that files belong to; empty if they are in no repository, or nothing was committed yet. */
    interface Found {
        Optional<GitState> get() throws Mistakes, LocalFault;
    }

    /**
     * A folder of files.
     *
     * @param home where it lies on this machine, as far as it does: what belongs to the folder and is no part of it, such
     *     as the state of embedded clusters, is found by it
     * @param state which commit it belongs to
     */
    record Place(SourceTree tree, Path home, Found state) {}

    /**
     * @param typed a folder, or an address
     * @throws Mistakes if the repository or the revision cannot be used
     * @throws LocalFault if the user's own configuration cannot be read
     */
    Place folder(String typed) throws Mistakes, LocalFault {
        if (GitAddress.is(typed)) {
            return git.folder(GitAddress.of(typed));
        }
        Path folder = Path.of(typed);
        FolderTree tree = checkedOut(folder);
        return new Place(tree, folder, () -> state(folder, tree));
    }

    /**
     * Like {@link #folder}, in the state that was recorded then.
     *
     * @param recorded what a plan says of it
     */
    Place again(String typed, Optional<Revision> recorded) throws Mistakes, LocalFault {
        if (!GitAddress.is(typed) || recorded.isEmpty()) {
            return folder(typed);
        }
        return git.folder(GitAddress.of(typed).at(recorded.get().commit()));
    }

    /** Where it lies on this machine. Reads nothing. */
    Path home(String typed) {
        return GitAddress.is(typed) ? GitPlaces.home(machine, GitAddress.of(typed)) : Path.of(typed);
    }

    /** @throws Mistakes if the repository or the revision cannot be used */
    PlaybookPlace playbook(String typed) throws Mistakes, LocalFault {
        return GitAddress.is(typed)
                ? git.playbook(GitAddress.of(typed))
                : PlaybookPlace.of(Path.of(typed), Places::checkedOut);
    }

    /** Which commit a playbook belongs to. */
    Optional<GitState> state(String typed, PlaybookPlace place) throws Mistakes, LocalFault {
        if (GitAddress.is(typed)) {
            return Optional.of(git.state(GitAddress.of(typed), place));
        }
        Path folder = Path.of(typed).toAbsolutePath().normalize().getParent();
        return folder == null ? Optional.empty() : state(folder, place.tree());
    }

    private static Optional<GitState> state(Path folder, SourceTree tree) throws Mistakes {
        Optional<Path> top = WorkTreeSearch.around(folder);
        Optional<GitOrigin> origin = top.isPresent() ? GitPlaces.checkedOut(top.get()) : Optional.empty();
        return origin.map(found -> GitState.checkedOut(found, top.get(), folder, tree));
    }

    /** What is checked out is asked for when a plan says it, and not before. */
    private static FolderTree checkedOut(Path folder) {
        return new FolderTree(
                folder, () -> WorkTreeSearch.around(folder).flatMap(top -> GitPlaces.checkedOut(top, folder)));
    }
}
