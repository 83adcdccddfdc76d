// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Names an inventory at a revision: {@code git:REPO//sub/dir@REF}. */
final class InventoryRevision {
    private static final String GIT = "git:";

    private InventoryRevision() {}

    /**
     * @param inventory as typed: a folder inside of a work tree, or a revision, whose REF is replaced
     * @throws LocalFault if the folder lies in no repository
     */
    static String of(String inventory, String ref, Path here) throws LocalFault {
        if (inventory.startsWith(GIT)) {
            int path = inventory.lastIndexOf("//");
            int at = inventory.indexOf('@', Math.max(path, 0));
            return (at < 0 ? inventory : inventory.substring(0, at)) + "@" + ref;
        }
        Path folder = here.resolve(inventory).toAbsolutePath().normalize();
        Path repository = repository(folder)
                .orElseThrow(() -> new LocalFault(
                        "\"" + inventory + "\" lies in no git repository, so it has no revisions",
                        "name an inventory of a repository with -i, or two folders instead of REF..REF"));
        String inside = repository.relativize(folder).toString();
        return GIT + repository + "//" + inside + "@" + ref;
    }

    /** The nearest folder that holds {@code .git}, which is a file in a linked work tree. */
    private static Optional<Path> repository(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
