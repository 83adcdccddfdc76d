// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import io.shakebook.Shakebook.Ended;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.AuditEntry;
import io.shakebook.testkit.apiserver.RealApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One real API server as the cluster "site" of an inventory in a folder, with one namespace. */
final class RealSpace implements AutoCloseable {
    private final Path folder;
    private final RealApiServer server;
    private final ApiClient client;
    private Map<String, String> environment = Map.of();

    private RealSpace(Path folder, RealApiServer server) {
        this.folder = folder;
        this.server = server;
        this.client = new ApiClient(server.server());
    }

    /** Without controllers. */
    static RealSpace start(Path folder, String namespace) throws IOException {
        return start(folder, RealApiServer.start(RealApiServer.assetsOrSkip()), namespace);
    }

    static RealSpace startWithControllers(Path folder, String namespace) throws IOException {
        return start(folder, RealApiServer.startWithControllers(RealApiServer.assetsOrSkip()), namespace);
    }

    private static RealSpace start(Path folder, RealApiServer server, String namespace) throws IOException {
        RealSpace space = new RealSpace(folder, server);
        space.client.post("/api/v1/namespaces", RealSeed.namespace(namespace)).is(201);
        Files.writeString(
                folder.resolve("inventory.yaml"),
                "inventory: one\nclusters:\n  site:\n    context: real\n    kubeconfig: " + server.kubeconfig() + "\n");
        return space;
    }

    RealApiServer server() {
        return server;
    }

    ApiClient client() {
        return client;
    }

    /** Puts a playbook beside the inventory. */
    void playbook(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), text);
    }

    /** Lets the program find modules in a folder, too. */
    void modules(Path jars) {
        environment = Map.of("SHAKEBOOK_MODULES", jars.toString());
    }

    /** The program with a playbook and the inventory, in this JVM. */
    Ended exits(int code, String verb, String playbook, String... more) {
        return Program.in(folder, environment).exits(code, arguments(verb, playbook, more));
    }

    String[] arguments(String verb, String playbook, String... more) {
        String[] first = {verb, folder.resolve(playbook + ".yaml").toString(), "-i", folder.toString()};
        return Stream.of(first, more).flatMap(Stream::of).toArray(String[]::new);
    }

    /** What Shakebook asked, oldest first. */
    List<AuditEntry> asked() {
        return server.audit().stream()
                .filter(entry -> entry.userAgent().startsWith("shakebook"))
                .toList();
    }

    /** What Shakebook wrote, locks included. */
    List<AuditEntry> writes() {
        return asked().stream().filter(AuditEntry::wrote).toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
