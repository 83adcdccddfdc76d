// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.shakebook.Shakebook.Ended;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.testkit.apiserver.AuditEntry;
import io.shakebook.testkit.apiserver.Eventually;
import io.shakebook.testkit.apiserver.RealApiServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher is killed by SIGKILL at lines of its journal while it writes to a real API server, and resumed. */
class RealKillIT {
    private static final String LEASES = "/apis/coordination.k8s.io/v1/namespaces/%s/leases";

    @TempDir
    Path folder;

    private final KillSample sample = new KillSample();
    private RealSites sites;
    private int read;
    private int killed;
    private int resumed;
    private int writes;

    @Test
    void aSyncThatIsKilledAndResumedWritesWhatAnUninterruptedOneWrites() throws Exception {
        Optional<Path> assets = RealApiServer.assets(System.getenv());
        assumeTrue(assets.isPresent(), "KUBEBUILDER_ASSETS names no folder with etcd and kube-apiserver");
        try (RealSites started = RealSites.start(assets.get(), folder)) {
            sites = started;
            LaunchedRun whole = sync("whole");
            assertThat(whole.end()).as(whole.said()).isZero();
            List<String> expected = done();
            new StepOrder(whole.plan()).check("uninterrupted", expected);
            assertThat(expected).hasSize(13).doesNotHaveDuplicates();
            int lines = whole.lines();
            List<Integer> points = sample.of(lines);
            for (int line : points) {
                point(line, expected);
            }
            System.out.println("kill -9 of the launcher on a real API server: " + sample + ", after lines " + points
                    + " of " + lines + ": " + killed + " runs killed, " + resumed + " resumed, " + writes + " writes, "
                    + expected.size() + " each");
            assertThat(killed).as("%s, after lines %s", sample, points).isPositive();
        }
    }

    private void point(int line, List<String> expected) throws Exception {
        String where = sample + ", killed after line " + line;
        clean();
        LaunchedRun run = sync("killed-" + line);
        boolean cut = run.awaitLines(line).kill();
        RunEvent.RunStarted original = run.started();
        if (cut) {
            killed++;
            Ended ended = program("killed-" + line).run("resume", run.id(), "--confirm", "all");
            assertThat(ended.exit()).as(where + "\n" + ended).isZero();
            resumed++;
        }
        KillSample.checkJournal(where, run.events(), original);
        List<String> done = done();
        writes += done.size();
        assertThat(done).as(where).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
        new StepOrder(run.plan()).check(where, done);
    }

    private LaunchedRun sync(String name) throws Exception {
        return LaunchedRun.start(
                program(name),
                folder.resolve(name),
                "run",
                folder.resolve("playbooks/redis-dr/sync.yaml").toString(),
                "-i",
                folder.resolve("real").toString(),
                "--yes",
                "--confirm",
                "all");
    }

    private Shakebook program(String name) throws Exception {
        return new Shakebook(Files.createDirectories(folder.resolve("home")))
                .with("XDG_STATE_HOME", folder.resolve(name).toString());
    }

    /** Objects that Shakebook wrote since the last {@link #clean}, in their order, locks left out. */
    private List<String> done() {
        return sites.server().audit().stream()
                .skip(read)
                .filter(entry -> entry.userAgent().startsWith("shakebook"))
                .filter(AuditEntry::wrote)
                .filter(entry -> !entry.ofLock())
                .map(entry -> StepOrder.object(entry.uri().contains("/redis-a/") ? "site-a" : "site-b", entry.uri()))
                .toList();
    }

    /** The sites are as they were before the first run. */
    private void clean() {
        for (AuditEntry entry : sites.server().audit()) {
            if (entry.userAgent().startsWith("shakebook") && entry.wrote() && !entry.ofLock()) {
                sites.admin().delete(entry.uri().replaceAll("\\?.*", ""));
            }
        }
        for (String namespace : List.of("redis-a", "redis-b")) {
            String leases = String.format(LEASES, namespace);
            sites.admin().get(leases).names().forEach(name -> sites.admin().delete(leases + "/" + name));
        }
        new Eventually(Duration.ofSeconds(60))
                .get(
                        "no pod of a shake",
                        () -> sites.admin()
                                .get("/api/v1/namespaces/redis-b/pods")
                                .names(),
                        pods -> pods.stream().noneMatch(pod -> pod.startsWith("redis-shake")));
        read = sites.server().audit().size();
    }
}
