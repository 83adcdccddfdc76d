// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.AuditEntry;
import io.shakebook.testkit.apiserver.RealApiServer;
import java.io.IOException;
import java.util.List;

/** One site on a real API server of its own, with its controllers and a played kubelet, and a Redis as an operator left it. */
final class RealSite implements AutoCloseable {
    private final RealApiServer server;
    private final ApiClient client;
    private final PlayedKubelet kubelet;

    private RealSite(RealApiServer server, String namespace) {
        this.server = server;
        this.client = new ApiClient(server.server());
        client.post("/api/v1/namespaces", RealSeed.namespace(namespace)).is(201);
        client.post("/api/v1/namespaces/" + namespace + "/secrets", RealSeed.secret(namespace + "-auth"))
                .is(201);
        this.kubelet = new PlayedKubelet(client, namespace);
    }

    /** The site whose Redis is a cluster with three leaders. */
    static RealSite a() throws IOException {
        RealSite site = new RealSite(RealApiServer.startWithControllers(RealApiServer.assetsOrSkip()), "redis-a");
        site.client
                .post("/apis/apps/v1/namespaces/redis-a/statefulsets", RealSeed.leaders())
                .is(201);
        site.client
                .post("/api/v1/namespaces/redis-a/services", RealSeed.leaderService())
                .is(201);
        site.kubelet.awaitReady(3);
        return site;
    }

    /** The site whose Redis is one master that sentinels watch. */
    static RealSite b() throws IOException {
        RealSite site = new RealSite(RealApiServer.startWithControllers(RealApiServer.assetsOrSkip()), "redis-b");
        site.client.post("/api/v1/namespaces/redis-b/pods", RealSeed.master()).is(201);
        site.kubelet.awaitReady(1);
        return site;
    }

    RealApiServer server() {
        return server;
    }

    ApiClient client() {
        return client;
    }

    PlayedKubelet kubelet() {
        return kubelet;
    }

    /** What Shakebook asked of this site, oldest first. */
    List<AuditEntry> asked() {
        return server.audit().stream()
                .filter(entry -> entry.userAgent().startsWith("shakebook"))
                .toList();
    }

    /** What Shakebook wrote here, but for its locks. */
    List<AuditEntry> writes() {
        return asked().stream()
                .filter(AuditEntry::wrote)
                .filter(entry -> !entry.ofLock())
                .toList();
    }

    /** How Shakebook took, renewed and gave back its locks here. */
    List<AuditEntry> lockWrites() {
        return asked().stream()
                .filter(AuditEntry::wrote)
                .filter(AuditEntry::ofLock)
                .toList();
    }

    @Override
    public void close() {
        kubelet.close();
        server.close();
    }
}
