// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.kubernetes.kubeconfig.Surroundings;
import io.shakebook.testkit.apiserver.RealApiServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** The ports on a real kube-apiserver, over TLS, through a kubeconfig. */
class RealPortsIT extends ClusterPortsContract {
    @TempDir
    static Path folder;

    private RealApiServer server;

    @Override
    KubernetesClusters start() throws Exception {
        Optional<Path> assets = RealApiServer.assets(System.getenv());
        assumeTrue(assets.isPresent(), "KUBEBUILDER_ASSETS names no folder with etcd and kube-apiserver");
        server = RealApiServer.start(assets.get());
        ClusterEntry.Kubeconfig access = new ClusterEntry.Kubeconfig(
                Optional.of(server.kubeconfig().toString()), "real", Optional.empty(), Optional.empty());
        return new KubernetesClusters(
                List.of(new ClusterEntry(CLUSTER, access, Optional.empty(), 4)),
                cluster -> {
                    throw new IllegalStateException("there is no embedded cluster");
                },
                new Surroundings(Map.of(), folder, folder, Set.of()),
                Deadlines.USUAL,
                Clock.systemUTC(),
                new SystemTiming());
    }

    @Override
    String user() {
        return "admin";
    }

    @Override
    void stop() {
        if (server != null) {
            assertThat(server.audit()).anyMatch(entry -> entry.userAgent().equals("shakebook"));
            server.close();
        }
    }
}
