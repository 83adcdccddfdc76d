// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.planning.Mistakes;
import java.util.List;

/** Meets all clusters of an inventory at once; changes nothing. */
public interface ClusterSurvey {

    /**
     * In the order of the inventory.
     *
     * @param inventory folder, as typed
     * @throws Mistakes of the inventory or of the user's own configuration; nobody was contacted
     * @throws LocalFault if a module's jar or the configuration cannot be used
     */
    List<ClusterState> look(String inventory) throws Mistakes, LocalFault;
}
