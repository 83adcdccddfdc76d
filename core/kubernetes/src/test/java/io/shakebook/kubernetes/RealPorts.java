// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.kubernetes.kubeconfig.Surroundings;
import io.shakebook.testkit.apiserver.AuditEntry;
import io.shakebook.testkit.apiserver.RealApiServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ports on a real kube-apiserver, over TLS, through a kubeconfig. */
final class RealPorts implements StartedPorts {
    private Optional<RealApiServer> server = Optional.empty();

    @Override
    public KubernetesClusters start() throws Exception {
        RealApiServer started = RealApiServer.start(RealApiServer.assetsOrSkip());
        server = Optional.of(started);
        Path kubeconfig = started.kubeconfig();
        Path folder = Optional.ofNullable(kubeconfig.getParent()).orElseThrow();
        ClusterEntry.Kubeconfig access = new ClusterEntry.Kubeconfig(
                Optional.of(kubeconfig.toString()), "real", Optional.empty(), Optional.empty());
        return new KubernetesClusters(
                List.of(new ClusterEntry(ClusterPortsContract.CLUSTER, access, Optional.empty(), 4)),
                cluster -> {
                    throw new IllegalStateException("there is no embedded cluster");
                },
                new Surroundings(Map.of(), folder, folder, Set.of()),
                Deadlines.USUAL,
                Clock.systemUTC(),
                new SystemTiming());
    }

    boolean isStarted() {
        return server.isPresent();
    }

    /** What was asked so far. */
    List<AuditEntry> audit() {
        return server.orElseThrow().audit();
    }

    @Override
    public void stop() {
        server.ifPresent(RealApiServer::close);
    }
}
