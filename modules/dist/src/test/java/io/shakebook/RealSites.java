// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import io.shakebook.Shakebook.Ended;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.RealApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** The demo's two sites as namespaces of one real kube-apiserver with controllers, and the program in this JVM. */
final class RealSites implements AutoCloseable {
    private static final Path PLAYBOOKS = Path.of("../../playbooks");

    private final Path folder;
    private final RealApiServer server;
    private final ApiClient admin;
    private PlayedKubelet[] kubelets = {};

    private RealSites(Path folder, RealApiServer server) {
        this.folder = folder;
        this.server = server;
        this.admin = new ApiClient(server.server());
    }

    static RealSites start(Path assets, Path folder) throws IOException {
        RealSites sites = new RealSites(folder, RealApiServer.startWithControllers(assets));
        sites.seed();
        sites.copyPlaybooks();
        for (String context : List.of("real", "operator")) {
            Files.createDirectories(folder.resolve(context));
            Files.writeString(folder.resolve(context).resolve("inventory.yaml"), sites.inventory(context));
        }
        return sites;
    }

    RealApiServer server() {
        return server;
    }

    ApiClient admin() {
        return admin;
    }

    /** @param who the administrator ({@code real}) or a user without rights of his own ({@code operator}) */
    Ended as(String who, String verb, String playbook, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                verb,
                folder.resolve("playbooks/redis-dr/" + playbook + ".yaml").toString(),
                "-i",
                folder.resolve(who).toString()));
        arguments.addAll(List.of(more));
        return Program.in(folder).run(arguments.toArray(String[]::new));
    }

    private void copyPlaybooks() throws IOException {
        try (Stream<Path> files = Files.walk(PLAYBOOKS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve("playbooks").resolve(PLAYBOOKS.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replaceAll("hold: \\d+s", "hold: 0s"));
            }
        }
    }

    private String inventory(String context) throws IOException {
        String cluster = "    context: " + context + "\n    kubeconfig: " + server.kubeconfig() + "\n";
        return Files.readString(Path.of("../../inventories/demo/inventory.yaml"))
                .replaceAll("    embedded: .*\n", Matcher.quoteReplacement(cluster));
    }

    private void seed() throws IOException {
        for (String site : List.of("a", "b")) {
            String space = "redis-" + site;
            admin.post("/api/v1/namespaces", RealSeed.namespace(space)).is(201);
            admin.post("/api/v1/namespaces/" + space + "/secrets", RealSeed.secret(space + "-auth"))
                    .is(201);
        }
        admin.post("/apis/apps/v1/namespaces/redis-a/statefulsets", RealSeed.leaders())
                .is(201);
        admin.post("/api/v1/namespaces/redis-a/services", RealSeed.leaderService())
                .is(201);
        admin.post("/api/v1/namespaces/redis-b/pods", RealSeed.master()).is(201);
        kubelets = new PlayedKubelet[] {new PlayedKubelet(admin, "redis-a"), new PlayedKubelet(admin, "redis-b")};
        kubelets[0].awaitReady(3);
        kubelets[1].awaitReady(1);
    }

    @Override
    public void close() {
        Stream.of(kubelets).forEach(PlayedKubelet::close);
        server.close();
    }
}
