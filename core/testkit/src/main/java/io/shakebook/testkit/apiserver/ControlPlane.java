// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processes of a real API server: etcd, kube-apiserver and, if wished, kube-controller-manager. */
final class ControlPlane implements AutoCloseable {
    private static final Eventually PATIENTLY = new Eventually(Duration.ofSeconds(60));

    private final Path assets;
    private final RealApiServerFolder folder;
    private final Deque<ChildProcess> running = new ArrayDeque<>();

    ControlPlane(Path assets, RealApiServerFolder folder) {
        this.assets = assets;
        this.folder = folder;
    }

    /** Returns the server's address when it says that it is ready. */
    URI start() throws IOException {
        URI etcd = startEtcd();
        grow(etcd);
        int port = freePort();
        URI uri = URI.create("https://127.0.0.1:" + port);
        ChildProcess server = run(
                "kube-apiserver",
                "--etcd-servers=" + etcd,
                "--bind-address=127.0.0.1",
                "--advertise-address=127.0.0.1",
                "--secure-port=" + port,
                "--cert-dir=" + folder.certificate().getParent(),
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-key-file=" + folder.file("sa.pub"),
                "--service-account-signing-key-file=" + folder.file("sa.key"),
                "--token-auth-file=" + folder.file("tokens.csv"),
                "--authorization-mode=RBAC",
                "--service-cluster-ip-range=10.96.0.0/16",
                "--audit-policy-file=" + folder.file("audit-policy.yaml"),
                "--audit-log-path=" + folder.file("audit.log"),
                "--disable-admission-plugins=ServiceAccount");
        PATIENTLY.get("the server's certificate", () -> written(server, folder.certificate()), Boolean::booleanValue);
        ApiServer probed = new ApiServer(
                uri,
                Map.of("Authorization", "Bearer " + folder.token()),
                Optional.of(TrustedCertificate.of(folder.certificate())),
                java.util.Set.of());
        ApiClient client = new ApiClient(probed);
        PATIENTLY.get("kube-apiserver is ready", () -> ready(server, client), Boolean::booleanValue);
        folder.writeKubeconfig(uri);
        return uri;
    }

    void startControllers() throws IOException {
        run(
                "kube-controller-manager",
                "--kubeconfig=" + folder.kubeconfig(),
                "--service-account-private-key-file=" + folder.file("sa.key"),
                "--leader-elect=false",
                "--secure-port=0",
                // what is deleted while the caches warm up would otherwise linger for the default back-off
                "--kube-api-qps=200",
                "--kube-api-burst=400");
    }

    private URI startEtcd() throws IOException {
        URI clients = URI.create("http://127.0.0.1:" + freePort());
        URI peers = URI.create("http://127.0.0.1:" + freePort());
        ChildProcess etcd = run(
                "etcd",
                "--data-dir=" + folder.file("etcd"),
                "--unsafe-no-fsync",
                "--listen-client-urls=" + clients,
                "--advertise-client-urls=" + clients,
                "--listen-peer-urls=" + peers,
                "--initial-advertise-peer-urls=" + peers,
                "--initial-cluster=default=" + peers);
        HttpClient http = HttpClient.newHttpClient();
        PATIENTLY.get("etcd is healthy", () -> healthy(etcd, http, clients), Boolean::booleanValue);
        return clients;
    }

    /** Lets the store age by some revisions before the server reads it, so that version 1 is too old to be watched. */
    private static void grow(URI etcd) throws IOException {
        HttpClient http = HttpClient.newHttpClient();
        String key = Base64.getEncoder().encodeToString("shakebook".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String body = "{\"key\": \"" + key + "\", \"value\": \"" + key + "\"}";
        HttpRequest put = HttpRequest.newBuilder(etcd.resolve("/v3/kv/put"))
                .POST(BodyPublishers.ofString(body))
                .build();
        for (int revision = 0; revision < 20; revision++) {
            if (status(http, put) != 200) {
                throw new IOException("etcd refuses to store a key");
            }
        }
    }

    private static boolean healthy(ChildProcess etcd, HttpClient http, URI clients) {
        etcd.mustRun();
        return status(http, HttpRequest.newBuilder(clients.resolve("/health")).build()) == 200;
    }

    private static boolean written(ChildProcess server, Path file) {
        server.mustRun();
        return Files.exists(file);
    }

    private static boolean ready(ChildProcess server, ApiClient client) {
        server.mustRun();
        try {
            return client.get("/readyz").code() == 200;
        } catch (java.io.UncheckedIOException notYet) {
            return false;
        }
    }

    private static int status(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting etcd", interrupted);
        }
    }

    private ChildProcess run(String name, String... flags) throws IOException {
        java.util.ArrayList<String> command = new java.util.ArrayList<>();
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
    public void close() {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }
}
