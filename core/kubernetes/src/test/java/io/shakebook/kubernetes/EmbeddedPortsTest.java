// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import io.shakebook.embedded.EmbeddedCluster;
import io.shakebook.embedded.EmbeddedOptions;
import io.shakebook.embedded.Seed;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.kubernetes.kubeconfig.Surroundings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** The ports on the embedded API server. */
class EmbeddedPortsTest extends ClusterPortsContract {
    @TempDir
    static Path folder;

    private EmbeddedCluster embedded;

    @Override
    KubernetesClusters start() throws Exception {
        embedded = EmbeddedCluster.open(
                folder.resolve("state"),
                Seed.empty(),
                EmbeddedOptions.of(CLUSTER, Clock.systemUTC(), new Random(1), Thread::sleep));
        ClusterEntry entry = new ClusterEntry(CLUSTER, new ClusterEntry.Embedded("seed.yaml"), Optional.empty(), 4);
        return new KubernetesClusters(
                List.of(entry),
                cluster -> embedded.url(),
                new Surroundings(Map.of(), folder, folder, Set.of()),
                Deadlines.USUAL,
                Clock.systemUTC(),
                new SystemTiming());
    }

    @Override
    String user() {
        return "system:anonymous";
    }

    @Override
    void stop() throws Exception {
        if (embedded != null) {
            embedded.close();
        }
    }
}
