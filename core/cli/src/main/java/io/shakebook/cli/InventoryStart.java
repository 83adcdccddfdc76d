// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.planning.Mistakes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Starts an inventory from contexts of a kubeconfig. */
public interface InventoryStart {

    /**
     * What was typed.
     *
     * @param kubeconfig path; empty for the user's own
     * @param folder where the inventory shall lie; empty if it shall only be shown
     */
    record Request(List<String> contexts, Optional<String> kubeconfig, Optional<String> folder) {
        public Request {
            contexts = List.copyOf(contexts);
        }
    }

    /**
     * Asks the clusters what an inventory can pin. One that does not answer is in the draft all the same.
     *
     * @throws Mistakes if a context cannot be used; nobody was contacted
     * @throws LocalFault if the folder has an inventory already; nobody was contacted
     */
    InventoryDraft draft(Request request) throws Mistakes, LocalFault;

    /**
     * Writes the inventory's main file, whole or not at all.
     *
     * @return the file
     * @throws LocalFault if it is there already, or cannot be written
     */
    Path save(String folder, String text) throws LocalFault;
}
