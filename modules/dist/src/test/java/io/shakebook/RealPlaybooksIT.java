// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.AuditEntry;
import io.shakebook.testkit.apiserver.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped playbooks, unchanged but for their patience, on two real API servers with their controllers. What Shakebook
 * did is judged by the servers' audit logs.
 */
class RealPlaybooksIT {
    private static final Path PLAYBOOKS = Path.of("../../playbooks");
    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/redis-b/deployments";
    private static final String SERVICE = "/api/v1/namespaces/redis-a/services/redis-a-leader-svc-1";

    @TempDir
    static Path folder;

    private static RealSite a;
    private static RealSite b;

    @BeforeAll
    static void startTwoSites() throws IOException {
        a = RealSite.a();
        b = RealSite.b();
        copyPlaybooks();
        inventory("inventory", "real");
        inventory("readers", "operator");
    }

    @AfterAll
    static void end() {
        Stream.of(Optional.ofNullable(a), Optional.ofNullable(b)).forEach(site -> site.ifPresent(RealSite::close));
    }

    @Test
    void theWholeCycleWithThePrimarysSiteDarkInBetween() throws Exception {
        aPlanWritesNothing();
        syncThroughTheLauncher();
        theSecondRunWritesNothing();
        anEditIsDriftThatAReaderSeesAndTheRunRepairs();
        failoverWithThePrimarysSiteDarkWaitsForThePodThatStillWrites();
        thePrimaryComesBack();
        everyWriteWasAGuardedApplyUnderAManagerOfOurs();
    }

    private void aPlanWritesNothing() {
        exits(2, "plan", "sync", "--exit-code");
        assertThat(dryRuns()).isNotEmpty().allMatch(AuditEntry::dryRun);
        assertThat(writes()).isEmpty();
        assertThat(lockWrites()).isEmpty();
    }

    private void syncThroughTheLauncher() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Ended ended = new Shakebook(home)
                .with("XDG_STATE_HOME", folder.resolve("state").toString())
                .run(arguments("run", "sync", "inventory", "--yes", "--confirm", "all"));
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(b.client().get(DEPLOYMENTS).names())
                .containsExactly("redis-shake-sync-0", "redis-shake-sync-1", "redis-shake-sync-2");
        String toml = b.client()
                .get("/api/v1/namespaces/redis-b/configmaps/redis-sync-1")
                .value("/data/sync.toml");
        String nodePort = a.client().get(SERVICE).value("/spec/ports/0/nodePort");
        assertThat(toml).contains("10.0.1.11:" + nodePort).contains("type = \"standalone\"");
        assertThat(writes()).hasSize(13);
        for (RealSite site : List.of(a, b)) {
            assertThat(site.lockWrites()).as("taken and given back").hasSizeGreaterThanOrEqualTo(2);
            assertThat(site.asked().stream().filter(AuditEntry::wrote).findFirst())
                    .as("the first write")
                    .hasValueSatisfying(first -> assertThat(first.ofLock()).isTrue());
        }
    }

    private void theSecondRunWritesNothing() {
        int locks = lockWrites().size();
        exits(0, "plan", "sync", "--exit-code");
        exits(0, "run", "sync", "--yes");
        assertThat(writes()).as("writes for an unchanged world").hasSize(13);
        assertThat(lockWrites()).as("locks for an unchanged world").hasSize(locks);
    }

    private void anEditIsDriftThatAReaderSeesAndTheRunRepairs() {
        allowReading(a);
        allowReading(b);
        assertThat(drift(0)).contains("No drift");
        a.client()
                .patch(
                        ApiClient.MERGE_PATCH,
                        SERVICE + "?fieldManager=kubectl-edit",
                        "{\"spec\":{\"selector\":{\"role\":\"follower\"}}}")
                .is(200);
        assertThat(drift(2))
                .containsPattern("spec.selector.role +follower -> leader\\n +by +kubectl-edit \\(Update\\) at 20")
                .contains("1 differs.");
        List<AuditEntry> read = asked().stream()
                .filter(entry -> entry.user().equals("operator"))
                .toList();
        assertThat(read).extracting(AuditEntry::verb).contains("get").containsOnly("get", "list");
        assertThat(read).allMatch(entry -> entry.code() == 200);

        exits(0, "run", "sync", "--yes", "--confirm", "all");
        assertThat(writes()).as("the edit put right").hasSize(14);
        assertThat(drift(0)).contains("No drift");
    }

    /** Scaled to zero, a Deployment says so at once; its pod still writes until it is gone. */
    private void failoverWithThePrimarysSiteDarkWaitsForThePodThatStillWrites() throws Exception {
        a.server().stopServer();
        b.kubelet().linger("redis-shake-sync-1");
        exits(2, "plan", "failover", "--exit-code");
        Path out = folder.resolve("failover.out");
        Process run = new Shakebook(folder.resolve("home"))
                .with("XDG_STATE_HOME", folder.resolve("state").toString())
                .start(
                        out,
                        folder.resolve("failover.err"),
                        arguments("run", "failover", "inventory", "--yes", "--confirm", "all"));
        b.kubelet().awaitTerminating("redis-shake-sync-1");
        Answer scaled = new Eventually(Duration.ofSeconds(30))
                .get(
                        "no replica is counted",
                        () -> b.client().get(DEPLOYMENTS + "/redis-shake-sync-1"),
                        found -> found.value("/status/replicas").matches("0?"));
        assertThat(scaled.value("/spec/replicas")).isEqualTo("0");
        Pattern waits = Pattern.compile("wait .*still run: \"redis-shake-sync-1-\\S+\" \\(terminating");
        new Eventually(Duration.ofSeconds(60))
                .get(
                        "the run says whom it waits for",
                        RealPlaybooksIT::failoverSays,
                        said -> waits.matcher(said).find());
        assertThat(run.isAlive()).as("the run waits: " + failoverSays()).isTrue();

        b.kubelet().letGo("redis-shake-sync-1");
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).as(failoverSays()).isTrue();
        assertThat(run.exitValue()).as(failoverSays()).isZero();
        assertThat(b.client().get("/api/v1/namespaces/redis-b/pods").names()).containsExactly("rfr-redis-b-0");
        int written = b.writes().size() + b.lockWrites().size();
        exits(0, "run", "failover", "--yes", "--confirm", "all");
        assertThat(b.writes().size() + b.lockWrites().size())
                .as("writes of a second failover")
                .isEqualTo(written);
    }

    private void thePrimaryComesBack() throws IOException {
        a.server().startServerAgain();
        for (String playbook : List.of("recovery", "restore")) {
            exits(0, "run", playbook, "--yes", "--confirm", "all");
            whatOnlyLooksOrIsDoneAlreadyWritesNothing(playbook);
        }
        exits(0, "plan", "sync", "--exit-code");
        exits(0, "run", "sync", "--yes", "--confirm", "all");
        whatOnlyLooksOrIsDoneAlreadyWritesNothing("sync");
        assertThat(drift(0)).contains("No drift");
    }

    /** Dry runs and access reviews are all that is sent beside reads, locks included. */
    private void whatOnlyLooksOrIsDoneAlreadyWritesNothing(String playbook) {
        int written = writes().size() + lockWrites().size();
        exits(0, "plan", playbook, "--exit-code");
        exits(0, "drift", playbook, "--exit-code");
        exits(0, "permissions", playbook);
        shakebook(0, "clusters", "-i", folder.resolve("inventory").toString());
        exits(0, "run", playbook, "--yes", "--confirm", "all");
        assertThat(writes().size() + lockWrites().size())
                .as("writes of a second " + playbook)
                .isEqualTo(written);
    }

    private static void everyWriteWasAGuardedApplyUnderAManagerOfOurs() {
        assertThat(Stream.concat(writes().stream(), lockWrites().stream())).allSatisfy(write -> {
            assertThat(write.verb()).as(write.uri()).isEqualTo("patch");
            assertThat(write.uri()).contains("fieldManager=shakebook.", "force=", "fieldValidation=Strict");
            assertThat(write.guarded()).as("guard of " + write.uri()).isTrue();
        });
    }

    private static String failoverSays() {
        try {
            return Files.readString(folder.resolve("failover.out")) + Files.readString(folder.resolve("failover.err"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drift as a user who may read what the playbook names, and nothing else. */
    private String drift(int code) {
        return shakebook(code, arguments("drift", "sync", "readers", "--exit-code"));
    }

    private static void allowReading(RealSite site) {
        site.client()
                .post("/apis/rbac.authorization.k8s.io/v1/clusterroles", RealSeed.readersRole())
                .is(201);
        site.client()
                .post("/apis/rbac.authorization.k8s.io/v1/clusterrolebindings", RealSeed.readersBinding())
                .is(201);
    }

    private static List<AuditEntry> asked() {
        return Stream.concat(a.asked().stream(), b.asked().stream()).toList();
    }

    private static List<AuditEntry> writes() {
        return Stream.concat(a.writes().stream(), b.writes().stream()).toList();
    }

    private static List<AuditEntry> lockWrites() {
        return Stream.concat(a.lockWrites().stream(), b.lockWrites().stream()).toList();
    }

    private static List<AuditEntry> dryRuns() {
        return asked().stream().filter(entry -> entry.verb().equals("patch")).toList();
    }

    private static void exits(int code, String verb, String playbook, String... more) {
        shakebook(code, arguments(verb, playbook, "inventory", more));
    }

    private static String[] arguments(String verb, String playbook, String inventory, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                verb,
                folder.resolve("playbooks/redis-dr/" + playbook + ".yaml").toString(),
                "-i",
                folder.resolve(inventory).toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private static String shakebook(int expected, String... arguments) {
        return Program.in(folder).exits(expected, arguments).out();
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

    /** The demo's inventory with its two clusters on real servers. @param context whose user it is */
    private static void inventory(String name, String context) throws IOException {
        String text = Files.readString(Path.of("../../inventories/demo/inventory.yaml"));
        for (RealSite site : List.of(a, b)) {
            String cluster = "    context: " + context + "\n    kubeconfig: "
                    + site.server().kubeconfig() + "\n";
            text = text.replaceFirst("    embedded: .*\n", Matcher.quoteReplacement(cluster));
        }
        Files.createDirectories(folder.resolve(name));
        Files.writeString(folder.resolve(name).resolve("inventory.yaml"), text);
    }
}
