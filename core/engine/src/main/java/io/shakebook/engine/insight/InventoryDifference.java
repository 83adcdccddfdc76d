// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What changes for whom between two inventories. Comments, the order of entries and the files they stand in do not count,
 * nor does the summary.
 *
 * @param before the first one's name, and the revision of its files
 * @param after the second one's
 * @param name of the inventory, if that changed
 * @param things clusters and entries
 * @param parameters by name
 * @param playbooks of those that were asked for, all in which something resolves differently
 */
public record InventoryDifference(
        Side before,
        Side after,
        Optional<FieldDifference> name,
        List<ThingDifference> things,
        List<GroupDifference> groups,
        List<FieldDifference> parameters,
        List<PlaybookDifference> playbooks) {

    /** One of the two. */
    public record Side(String name, String revision) {
        public Side {
            requireNonNull(name, "name");
            requireNonNull(revision, "revision");
        }
    }

    public InventoryDifference {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(name, "name");
        things = List.copyOf(things);
        groups = List.copyOf(groups);
        parameters = List.copyOf(parameters);
        playbooks = List.copyOf(playbooks);
    }

    /** Whether both say the same to everyone. */
    public boolean none() {
        return name.isEmpty() && things.isEmpty() && groups.isEmpty() && parameters.isEmpty() && playbooks.isEmpty();
    }
}
