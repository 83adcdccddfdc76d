// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.insight.InventoryDifference;
import io.shakebook.engine.insight.Listing;
import io.shakebook.engine.planning.Mistakes;
import java.util.List;
import java.util.Optional;

/** Reads inventories; contacts no cluster. */
public interface InventoryReading {

    /**
     * @param inventory as typed
     * @param playbooks as typed, whose defaults the inventory's parameters may override
     * @throws Mistakes all that were found
     * @throws LocalFault if a local file or a module's jar cannot be used
     */
    Listing list(String inventory, List<String> playbooks) throws Mistakes, LocalFault;

    /**
     * An inventory as it was named.
     *
     * @param inventory as typed
     * @param ref of git, in the repository that the inventory lies in; empty for the inventory as it was typed
     */
    record Place(String inventory, Optional<String> ref) {}

    /**
     * What changes for whom from one to the other.
     *
     * @param playbooks as typed, whose parameters are resolved with both; a folder stands for the playbooks in it
     * @throws Mistakes all that were found in the first that is wrong
     * @throws LocalFault if a local file, a repository or a module's jar cannot be used
     */
    InventoryDifference compare(Place before, Place after, List<String> playbooks) throws Mistakes, LocalFault;
}
