// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import io.shakebook.git.GitAddress;
import io.shakebook.git.WorkTreeSearch;
import java.nio.file.Path;
import java.util.Optional;

/** Names an inventory at a revision: {@code git:REPO//sub/dir@REF}. */
final class InventoryRevision {
    private InventoryRevision() {}

    /**
     * @param inventory as typed: a folder inside of a work tree, or a revision, whose REF is replaced
     * @throws LocalFault if the folder lies in no repository
     */
    static String of(String inventory, String ref, Path here) throws LocalFault {
        if (GitAddress.is(inventory)) {
            return GitAddress.of(inventory).at(ref).text();
        }
        Path folder = here.resolve(inventory).toAbsolutePath().normalize();
        Path repository = WorkTreeSearch.around(folder)
                .orElseThrow(() -> new LocalFault(
                        "\"" + inventory + "\" lies in no git repository, so it has no revisions",
                        "name an inventory of a repository with -i, or two folders instead of REF..REF"));
        String inside = repository.relativize(folder).toString().replace('\\', '/');
        return new GitAddress(repository.toString(), inside, Optional.of(ref)).text();
    }
}
