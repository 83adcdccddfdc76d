// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import io.shakebook.embedded.EmbeddedCluster;
import io.shakebook.embedded.EmbeddedOptions;
import io.shakebook.embedded.Seed;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.kubernetes.kubeconfig.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The ports on an embedded API server. */
final class EmbeddedPorts implements StartedPorts {
    private Optional<EmbeddedCluster> embedded = Optional.empty();

    @Override
    public KubernetesClusters start() throws Exception {
        Path folder = Files.createTempDirectory("embedded-ports");
        EmbeddedCluster opened = EmbeddedCluster.open(
                folder.resolve("state"),
                Seed.empty(),
                EmbeddedOptions.of(ClusterPortsContract.CLUSTER, Clock.systemUTC(), new Random(1), Thread::sleep));
        embedded = Optional.of(opened);
        ClusterEntry entry = new ClusterEntry(
                ClusterPortsContract.CLUSTER, new ClusterEntry.Embedded("seed.yaml"), Optional.empty(), 4);
        return new KubernetesClusters(
                List.of(entry),
                cluster -> opened.url(),
                new Surroundings(Map.of(), folder, folder, Set.of()),
                Deadlines.USUAL,
                Clock.systemUTC(),
                new SystemTiming());
    }

    @Override
    public void stop() throws Exception {
        if (embedded.isPresent()) {
            embedded.get().close();
        }
    }
}
