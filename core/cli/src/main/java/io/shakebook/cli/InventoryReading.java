// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.planning.Mistakes;

/** Reads inventories. */
public interface InventoryReading {

    /**
     * @param folder of the inventory, as typed
     * @throws Mistakes all that were found
     * @throws LocalFault if a module's jar cannot be used
     */
    Inventory read(String folder) throws Mistakes, LocalFault;
}
