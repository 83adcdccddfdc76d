// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.insight.Listing;
import io.shakebook.engine.planning.Mistakes;
import java.util.List;

/** Reads inventories; contacts no cluster. */
public interface InventoryReading {

    /**
     * @param inventory as typed
     * @param playbooks as typed, whose defaults the inventory's parameters may override
     * @throws Mistakes all that were found
     * @throws LocalFault if a local file or a module's jar cannot be used
     */
    Listing list(String inventory, List<String> playbooks) throws Mistakes, LocalFault;
}
