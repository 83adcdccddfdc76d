// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.playbook.PlaybookPlace;
import io.shakebook.engine.source.FolderTree;
import io.shakebook.engine.source.Revision;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.git.GitAddress;
import io.shakebook.git.WorkTreeSearch;
import java.nio.file.Path;
import java.util.Optional;

/** Where playbooks and inventories lie: folders, and {@code git:} addresses. JGit is loaded for the latter alone. */
final class Places {
    private final Path current;

    /** @param current the folder that relative paths are relative to */
    Places(Path current) {
        this.current = current;
    }

    /**
     * A folder of files.
     *
     * @param home where it lies on this machine, as far as it does: what belongs to the folder and is no part of it, such
     *     as the state of embedded clusters, is found by it
     */
    record Place(SourceTree tree, Path home) {}

    /**
     * @param typed a folder, or an address
     * @throws Mistakes if the repository or the revision cannot be used
     */
    Place folder(String typed) throws Mistakes {
        if (!GitAddress.is(typed)) {
            return new Place(checkedOut(Path.of(typed)), Path.of(typed));
        }
        GitAddress address = GitAddress.of(typed);
        return GitPlaces.folder(current, address);
    }

    /**
     * Like {@link #folder}, in the state that was recorded then.
     *
     * @param recorded what a plan says of it
     */
    Place again(String typed, Optional<Revision> recorded) throws Mistakes {
        if (!GitAddress.is(typed) || recorded.isEmpty()) {
            return folder(typed);
        }
        return GitPlaces.folder(current, GitAddress.of(typed).at(recorded.get().commit()));
    }

    /** Where it lies on this machine. Reads nothing. */
    Path home(String typed) {
        return GitAddress.is(typed) ? GitPlaces.home(current, GitAddress.of(typed)) : Path.of(typed);
    }

    /** @throws Mistakes if the repository or the revision cannot be used */
    PlaybookPlace playbook(String typed) throws Mistakes {
        return GitAddress.is(typed)
                ? GitPlaces.playbook(current, GitAddress.of(typed))
                : PlaybookPlace.of(Path.of(typed), Places::checkedOut);
    }

    /** What is checked out is asked for when a plan says it, and not before. */
    private static FolderTree checkedOut(Path folder) {
        return new FolderTree(
                folder, () -> WorkTreeSearch.around(folder).flatMap(top -> GitPlaces.checkedOut(top, folder)));
    }
}
