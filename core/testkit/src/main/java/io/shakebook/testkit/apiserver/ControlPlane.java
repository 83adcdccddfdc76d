// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The processes of a real API server: etcd, kube-apiserver and, if wished, kube-controller-manager. May be closed by
 * another thread during the start, which then fails.
 */
final class ControlPlane implements AutoCloseable {
    private static final Eventually PATIENTLY = new Eventually(Duration.ofSeconds(60));

    private final Path assets;
    private final RealApiServerFolder folder;
    private final Deque<ChildProcess> running = new ArrayDeque<>();
    private Optional<Started> server = Optional.empty();
    private boolean closed;

    /** The process of the API server, and how it was started. */
    private record Started(ChildProcess process, String[] flags) {}

    ControlPlane(Path assets, RealApiServerFolder folder) {
        this.assets = assets;
        this.folder = folder;
    }

    /** Starts etcd and the server; returns how to reach it as its administrator, when it says that it is ready. */
    ApiServer start(Set<Ability> abilities) throws IOException {
        URI etcd = startEtcd();
        URI uri = URI.create("https://127.0.0.1:" + freePort());
        String[] flags = {
            "--etcd-servers=" + etcd,
            "--bind-address=127.0.0.1",
            "--advertise-address=127.0.0.1",
            "--secure-port=" + uri.getPort(),
            "--cert-dir=" + folder.certificate().getParent(),
            "--service-account-issuer=https://kubernetes.default.svc",
            "--service-account-key-file=" + folder.file("sa.pub"),
            "--service-account-signing-key-file=" + folder.file("sa.key"),
            "--token-auth-file=" + folder.file("tokens.csv"),
            "--authorization-mode=RBAC",
            "--service-cluster-ip-range=10.96.0.0/16",
            "--audit-policy-file=" + folder.file("audit-policy.yaml"),
            "--audit-log-path=" + folder.file("audit.log"),
            "--disable-admission-plugins=ServiceAccount"
        };
        ChildProcess process = run("kube-apiserver", flags);
        server = Optional.of(new Started(process, flags));
        await("the server's certificate", process, () -> Files.exists(folder.certificate()));
        Map<String, String> headers = Map.of("Authorization", "Bearer " + folder.token());
        ApiServer server =
                new ApiServer(uri, headers, Optional.of(TrustedCertificate.of(folder.certificate())), abilities);
        ApiClient client = new ApiClient(server);
        await("kube-apiserver is ready", process, () -> ready(client));
        folder.writeKubeconfig(uri);
        return server;
    }

    /** Kills the API server, as if its machine had gone; etcd and the controllers stay. */
    void stopServer() {
        server.orElseThrow().process().close();
    }

    /** Starts the API server again, where it was. */
    void startServerAgain(ApiServer known) throws IOException {
        String[] flags = server.orElseThrow().flags();
        ChildProcess process = run("kube-apiserver", flags);
        server = Optional.of(new Started(process, flags));
        ApiClient client = new ApiClient(known);
        await("kube-apiserver is ready again", process, () -> ready(client));
    }

    /** Starts the controllers against a server that was started before. */
    void startControllers() throws IOException {
        run(
                "kube-controller-manager",
                "--kubeconfig=" + folder.kubeconfig(),
                "--service-account-private-key-file=" + folder.file("sa.key"),
                "--leader-elect=false",
                "--secure-port=0",
                // nodes are names only: nobody reports that they live, and no pod is to be taken from them for that
                "--controllers=*,-node-lifecycle-controller,-taint-eviction-controller,-pod-garbage-collector-controller",
                // the default of 20 requests a second makes a test with many objects wait
                "--kube-api-qps=200",
                "--kube-api-burst=400");
    }

    private URI startEtcd() throws IOException {
        URI clients = URI.create("http://127.0.0.1:" + freePort());
        URI peers = URI.create("http://127.0.0.1:" + freePort());
        ChildProcess process = run(
                "etcd",
                "--data-dir=" + folder.file("etcd"),
                "--unsafe-no-fsync",
                "--listen-client-urls=" + clients,
                "--advertise-client-urls=" + clients,
                "--listen-peer-urls=" + peers,
                "--initial-advertise-peer-urls=" + peers,
                "--initial-cluster=default=" + peers);
        Etcd etcd = new Etcd(clients);
        await("etcd is healthy", process, etcd::healthy);
        etcd.age();
        return clients;
    }

    private static void await(String what, ChildProcess process, BooleanSupplier condition) {
        PATIENTLY.get(
                what,
                () -> {
                    process.mustRun();
                    return condition.getAsBoolean();
                },
                Boolean::booleanValue);
    }

    private static boolean ready(ApiClient client) {
        try {
            return client.get("/readyz").code() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private synchronized ChildProcess run(String name, String... flags) throws IOException {
        if (closed) {
            throw new IOException(name + " is not started: the server was closed meanwhile");
        }
        List<String> command = new ArrayList<>();
        command.add(assets.resolve(name).toString());
        command.addAll(List.of(flags));
        ChildProcess process = ChildProcess.start(folder.root(), command);
        running.push(process);
        return process;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Ends them, the last started first. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }
}
