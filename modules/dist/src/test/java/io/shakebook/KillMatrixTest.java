// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.PlanRequest;
import io.shakebook.engine.event.Journal;
import io.shakebook.engine.event.JournalReader;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.wiring.CutOffRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run is killed at lines of its journal of its journal, right before and right after the line is written, and resumed. Between two
 * lines lies at most one request, so that this is also before and after each request. What was sent is judged by the
 * servers' own audit logs. {@code -Dkill.every=1} takes every line, which needs minutes; a build takes some of them.
 */
class KillMatrixTest {
    private static final int SIDE_BY_SIDE = 4;
    private static final int EVERY = Integer.getInteger("kill.every", 5);
    private static final int NEVER = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private final AtomicInteger points = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger edits = new AtomicInteger();

    /** One run of a playbook on sites of its own. */
    private final class Story implements AutoCloseable {
        private final DemoSite site;
        private final Path home;
        private final PlanRequest request;

        Story(String playbook, String name) throws Exception {
            home = Files.createDirectories(folder.resolve(name));
            site = new DemoSite(home).serve();
            if (!playbook.equals("sync")) {
                site.run("sync").exits(0);
            }
            for (String cluster : List.of("site-a", "site-b")) {
                Files.deleteIfExists(auditLog(cluster));
            }
            request = new PlanRequest(
                    site.file("playbooks/redis-dr/" + playbook + ".yaml").toString(),
                    site.file("demo").toString(),
                    Map.of());
        }

        private Path auditLog(String cluster) throws Exception {
            try (var files = Files.walk(home)) {
                return files.filter(file -> file.endsWith("audit.log"))
                        .filter(file -> file.getParent().endsWith(cluster))
                        .findFirst()
                        .orElse(home.resolve("none"));
            }
        }

        CutOffRun.Ended run(int line, boolean before) throws Exception {
            return new CutOffRun(site.machine()).run(request, line, before);
        }

        Journal journal(String run) throws Exception {
            return JournalReader.read(site.file("state/shakebook/runs/" + run + ".jsonl"));
        }

        @Override
        public void close() {
            site.close();
        }
    }

    @Test
    void aSyncThatIsKilledAnywhereDoesWhatAnUninterruptedOneDoes() throws Exception {
        matrix("sync", EVERY);
    }

    @Test
    void aFailoverThatIsKilledAnywhereDoesWhatAnUninterruptedOneDoes() throws Exception {
        matrix("failover", (EVERY + 1) / 2);
    }

    @Test
    void whatSomebodyChangesBetweenKillAndResumeIsReportedAndLeftSo() throws Exception {
        int lines;
        try (Story story = new Story("sync", "edited")) {
            lines = story.run(NEVER, false).lines();
        }
        each(lines, EVERY * 3, this::edited);
        System.out.println(
                "foreign edits: " + killed + " runs killed, " + edits + " objects edited, reported and left");
        assertThat(edits.get()).isPositive();
    }

    private void edited(int line, boolean before) throws Exception {
        String where = "edited after a kill " + (before ? "before" : "after") + " line " + line;
        try (Story story = new Story("sync", "edited-" + line + (before ? "b" : "a"))) {
            CutOffRun.Ended cut = story.run(line, before);
            List<AuditedWrites.Write> sent = AuditedWrites.below(story.home).all();
            if (!cut.killed() || sent.isEmpty()) {
                return;
            }
            killed.incrementAndGet();
            AuditedWrites.Write last = sent.get(sent.size() - 1);
            ApiClient api = story.site.api(last.cluster());
            api.patch(ApiClient.MERGE_PATCH, last.path() + "?fieldManager=kubectl-edit", edit(last.path()))
                    .is(200);
            String edited =
                    api.get(last.path()).value("/spec") + api.get(last.path()).value("/data");

            DemoSite.Result result = story.site.command("resume", cut.run(), "--confirm", "all");
            if (story.journal(cut.run()).events().anyMatch(RunEvent.RunEnded.class::isInstance) && result.code() == 0) {
                assertThat(result.out()).as(where).contains("is finished"); // there was nothing to go on with
                return;
            }
            assertThat(result.code())
                    .as(where + "\n" + result.out() + result.err())
                    .isEqualTo(4);
            result.says("kubectl-edit", "to go on from what is there: shakebook run ");
            assertThat(api.get(last.path()).value("/spec")
                            + api.get(last.path()).value("/data"))
                    .as(where)
                    .isEqualTo(edited);
            edits.incrementAndGet();
        }
    }

    private static String edit(String path) {
        if (path.contains("/configmaps/")) {
            return "{data: {'sync.toml': 'theirs'}}";
        }
        return path.contains("/services/") ? "{spec: {selector: {app: 'theirs'}}}" : "{spec: {replicas: 0}}";
    }

    /** What is done at one line of a journal. */
    private interface Point {
        void at(int line, boolean before) throws Exception;
    }

    private static void each(int lines, int every, Point point) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int line = 1; line <= lines; line++) {
                if (line % every == 0 || line == 1 || line == lines) {
                    int at = line;
                    for (boolean before : new boolean[] {true, false}) {
                        all.add(threads.submit(() -> {
                            point.at(at, before);
                            return null;
                        }));
                    }
                }
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void matrix(String playbook, int every) throws Exception {
        List<String> expected;
        int lines;
        try (Story story = new Story(playbook, playbook)) {
            lines = story.run(NEVER, false).lines();
            expected = AuditedWrites.below(story.home).done();
        }
        assertThat(expected).isNotEmpty();
        each(lines, every, (line, before) -> point(playbook, line, before, expected));
        System.out.println("kill matrix of " + playbook + ": " + points + " points at " + lines + " lines, " + killed
                + " runs killed and resumed, " + writes + " writes, " + expected.size() + " each");
    }

    private void point(String playbook, int line, boolean before, List<String> expected) throws Exception {
        String where = playbook + " killed " + (before ? "before" : "after") + " line " + line;
        try (Story story = new Story(playbook, playbook + "-" + line + (before ? "b" : "a"))) {
            CutOffRun.Ended cut = story.run(line, before);
            points.incrementAndGet();
            if (cut.killed()) {
                killed.incrementAndGet();
                resumed(story, cut, where);
            }
            List<String> done = AuditedWrites.below(story.home).done();
            writes.addAndGet(done.size());
            assertThat(done).as(where).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
            assertThat(phases(done)).as(where + ": the order of phases").isEqualTo(phases(expected));
        }
    }

    private static void resumed(Story story, CutOffRun.Ended cut, String where) throws Exception {
        DemoSite.Result result = story.site.command("resume", cut.run());
        Journal journal = story.journal(cut.run());
        if (journal.events().noneMatch(RunEvent.RunStarted.class::isInstance)) {
            assertThat(result.code()).as(where).isEqualTo(1);
            result.says("was cut off before it began", "apply ");
            String plan = story.site
                    .file("state/shakebook/runs/" + cut.run() + ".plan.json")
                    .toString();
            story.site.command("apply", plan, "--yes", "--confirm", "all").exits(0);
            return;
        }
        if (result.code() == 7) {
            result = story.site.command("resume", cut.run(), "--confirm", "all");
        }
        assertThat(result.code()).as(where + "\n" + result.out() + result.err()).isZero();
        List<RunEvent> events = story.journal(cut.run()).events().toList();
        assertThat(events)
                .filteredOn(RunEvent.RunStarted.class::isInstance)
                .as(where)
                .singleElement()
                .satisfies(event -> {
                    RunEvent.RunStarted started = (RunEvent.RunStarted) event;
                    assertThat(started.digest()).isEqualTo(cut.digest());
                    assertThat(started.how()).isEqualTo("--yes");
                });
        assertThat(events)
                .filteredOn(RunEvent.Confirmed.class::isInstance)
                .as(where)
                .extracting(event -> ((RunEvent.Confirmed) event).address())
                .doesNotHaveDuplicates();
        assertThat(events.get(events.size() - 1)).as(where).isInstanceOf(RunEvent.RunEnded.class);
    }

    /** Kinds in the order of their first write: with one kind for each phase, the order of the phases. */
    private static List<String> phases(List<String> writes) {
        List<String> kinds = new ArrayList<>();
        for (String write : writes) {
            String[] parts = write.split("/");
            String kind = parts[parts.length - 2] + (parts[parts.length - 1].startsWith("redis-shake") ? "*" : "");
            if (!kinds.contains(kind)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
