// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.shakebook.cli.report.Answers;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.Terminal;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.AuditEntry;
import io.shakebook.testkit.apiserver.RealApiServer;
import io.shakebook.wiring.Machine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped playbooks, unchanged but for their patience, against a real kube-apiserver with its controllers. */
class RealPlaybooksIT {
    private static final Path PLAYBOOKS = Path.of("../../playbooks");

    @TempDir
    static Path folder;

    private static RealApiServer real;
    private static ApiClient client;
    private static ReadyPods pods;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void startTwoSitesOnOneServer() throws IOException {
        Optional<Path> assets = RealApiServer.assets(System.getenv());
        assumeTrue(assets.isPresent(), "KUBEBUILDER_ASSETS names no folder with etcd and kube-apiserver");
        real = RealApiServer.startWithControllers(assets.get());
        client = new ApiClient(real.server());
        pods = new ReadyPods(client, List.of("redis-a", "redis-b"));
        seed();
        copyPlaybooks();
        Files.createDirectories(folder.resolve("inventory"));
        Files.writeString(folder.resolve("inventory/inventory.yaml"), inventory());
    }

    @AfterAll
    static void end() {
        if (real != null) {
            pods.close();
            real.close();
        }
    }

    @Test
    void theWholeCycleRunsAndAnUnchangedWorldIsNotWrittenTo() {
        succeeds("run", "sync", "--yes", "--confirm", "all");
        assertThat(client.get("/apis/apps/v1/namespaces/redis-b/deployments").names())
                .containsExactly("redis-shake-sync-0", "redis-shake-sync-1", "redis-shake-sync-2");
        String toml =
                client.get("/api/v1/namespaces/redis-b/configmaps/redis-sync-1").value("/data/sync.toml");
        String nodePort = client.get("/api/v1/namespaces/redis-a/services/redis-a-leader-svc-1")
                .value("/spec/ports/0/nodePort");
        assertThat(toml).contains("10.0.1.11:" + nodePort).contains("type = \"standalone\"");

        int before = ourWrites().size();
        succeeds("plan", "sync", "--exit-code");
        succeeds("run", "sync", "--yes");
        assertThat(ourWrites().size()).as("writes for an unchanged world").isEqualTo(before);

        succeeds("run", "failover", "--yes", "--confirm", "all");
        succeeds("run", "recovery", "--yes", "--confirm", "all");
        succeeds("run", "restore", "--yes", "--confirm", "all");
        succeeds("plan", "sync", "--exit-code");
    }

    private void succeeds(String verb, String playbook, String... more) {
        out.reset();
        err.reset();
        List<String> arguments = new ArrayList<>(List.of(
                verb,
                folder.resolve("playbooks/redis-dr/" + playbook + ".yaml").toString(),
                "-i",
                folder.resolve("inventory").toString()));
        arguments.addAll(List.of(more));
        int code = new Wiring(console(), RealPlaybooksIT::machine).verbs().run(arguments.toArray(String[]::new));
        assertThat(code).as(() -> out.toString(UTF_8) + err.toString(UTF_8)).isZero();
    }

    /** Accepted requests of this test's own user that could change something; the controllers have users of their own. */
    private static List<AuditEntry> ourWrites() {
        return real.audit().stream()
                .filter(AuditEntry::wrote)
                .filter(entry -> entry.uri().contains("fieldManager=shakebook"))
                .toList();
    }

    private Console console() {
        Answers nobody = new Answers(new ByteArrayInputStream(new byte[0]));
        return new Console(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                Terminal.NONE,
                false,
                () -> 100,
                nobody);
    }

    private static Machine machine() {
        return new Machine(
                Map.of("XDG_STATE_HOME", folder.resolve("state").toString()),
                folder,
                folder,
                Optional.empty(),
                Clock.systemUTC(),
                new SecureRandom(),
                "test",
                "li@ops-1");
    }

    private static void copyPlaybooks() throws IOException {
        try (Stream<Path> files = Files.walk(PLAYBOOKS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve("playbooks").resolve(PLAYBOOKS.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replaceAll("hold: \\d+s", "hold: 0s"));
            }
        }
    }

    private static String inventory() throws IOException {
        String cluster = "    context: real\n    kubeconfig: " + real.kubeconfig() + "\n";
        return Files.readString(Path.of("../../inventories/demo/inventory.yaml"))
                .replaceAll("    embedded: .*\n", java.util.regex.Matcher.quoteReplacement(cluster));
    }

    private static void seed() throws IOException {
        for (String site : List.of("a", "b")) {
            String space = "redis-" + site;
            client.post("/api/v1/namespaces", RealSeed.namespace(space)).is(201);
            client.post("/api/v1/namespaces/" + space + "/secrets", RealSeed.secret(space + "-auth"))
                    .is(201);
        }
        client.post("/apis/apps/v1/namespaces/redis-a/statefulsets", RealSeed.leaders())
                .is(201);
        client.post("/api/v1/namespaces/redis-a/services", RealSeed.leaderService())
                .is(201);
        client.post("/api/v1/namespaces/redis-b/pods", RealSeed.master()).is(201);
        pods.awaitReady("redis-a", 3);
        pods.awaitReady("redis-b", 1);
    }
}
