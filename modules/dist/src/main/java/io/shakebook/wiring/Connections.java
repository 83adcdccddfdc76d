// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.kubernetes.Deadlines;
import io.shakebook.kubernetes.EmbeddedServers;
import io.shakebook.kubernetes.KubernetesClusters;
import io.shakebook.kubernetes.SystemTiming;
import io.shakebook.kubernetes.kubeconfig.Surroundings;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Opens clusters with what this machine adds to an inventory: the environment, and what the user allows. */
final class Connections {
    private final Machine machine;

    Connections(Machine machine) {
        this.machine = machine;
    }

    /**
     * Contacts nobody yet.
     *
     * @param folder what a relative path of a kubeconfig is relative to
     * @throws Mistakes of the user's own configuration
     * @throws LocalFault if that cannot be read
     */
    KubernetesClusters open(
            Collection<ClusterEntry> clusters, EmbeddedServers embedded, Path folder, Deadlines deadlines)
            throws Mistakes, LocalFault {
        return new KubernetesClusters(
                List.copyOf(clusters),
                embedded,
                surroundings(folder),
                deadlines,
                machine.clock(),
                new SystemTiming(),
                machine.remarks()::accept);
    }

    Surroundings surroundings(Path folder) throws Mistakes, LocalFault {
        UserConfig allowed = machine.config();
        return new Surroundings(
                machine.environment(),
                machine.home(),
                folder,
                allowed.credentialCommands(),
                allowed.secretCommands(),
                allowed.secretVariables());
    }
}
