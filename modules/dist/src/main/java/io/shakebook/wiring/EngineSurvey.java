// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.ClusterState;
import io.shakebook.cli.ClusterSurvey;
import io.shakebook.cli.Conditions;
import io.shakebook.cli.LocalFault;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.kubernetes.KubernetesClusters;
import java.nio.file.Path;
import java.util.List;

/** Meets the clusters of an inventory, embedded ones too. */
public final class EngineSurvey implements ClusterSurvey {
    private final Machine machine;

    public EngineSurvey(Machine machine) {
        this.machine = machine;
    }

    @Override
    public List<ClusterState> look(String inventory) throws Mistakes, LocalFault {
        Inventories.Opened opened = new Inventories(machine, new ModuleJars(machine).catalog()).open(inventory);
        new DemandCheck(machine, Conditions.NONE)
                .inventory(
                        inventory, opened.inventory().demands(), opened.place().state());
        Path folder = opened.home();
        try (EmbeddedFolders embedded =
                        new EmbeddedFolders(machine, opened.inventory().name(), folder, opened.tree());
                KubernetesClusters clusters = new Connections(machine)
                        .open(opened.inventory().clusters().values(), embedded, folder, Lookout.SHORT)) {
            return Lookout.states(List.copyOf(opened.inventory().clusters().keySet()), clusters);
        }
    }
}
