// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import io.shakebook.engine.event.RunEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher's process is killed by SIGKILL at lines of its journal that a printed seed draws, and the run is resumed by
 * another process. What was sent is judged by the audit logs of the embedded servers, which live on in this JVM.
 */
class KillE2eTest {
    private static final int SIDE_BY_SIDE = 3;

    @TempDir
    Path folder;

    private final KillSample sample = new KillSample();
    private final AtomicInteger killed = new AtomicInteger();
    private final AtomicInteger resumed = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();

    /** A sync of sites of its own. */
    private final class Story implements AutoCloseable {
        private final Path home;
        private final DemoSite site;
        private final LaunchedRun run;

        Story(String name) throws Exception {
            home = Files.createDirectories(folder.resolve(name));
            site = new DemoSite(home).serve();
            String playbook = site.file("playbooks/redis-dr/sync.yaml").toString();
            String inventory = site.file("demo").toString();
            run = LaunchedRun.start(
                    program(), site.file("state"), "run", playbook, "-i", inventory, "--yes", "--confirm", "all");
        }

        private Shakebook program() throws Exception {
            return new Shakebook(Files.createDirectories(home.resolve("home")))
                    .with("XDG_STATE_HOME", site.file("state").toString())
                    .with("XDG_CACHE_HOME", ArchiveCache.folder().toString());
        }

        List<String> done() throws Exception {
            return AuditedWrites.below(home).done();
        }

        void checkOrder(String where) throws Exception {
            new StepOrder(run.plan())
                    .check(
                            where,
                            AuditedWrites.below(home).all().stream()
                                    .filter(AuditedWrites.Write::wrote)
                                    .map(write -> StepOrder.object(write.cluster(), write.path()))
                                    .toList());
        }

        @Override
        public void close() {
            site.close();
        }
    }

    @Test
    void aSyncThatIsKilledAndResumedWritesWhatAnUninterruptedOneWrites() throws Exception {
        List<String> expected;
        int lines;
        try (Story story = new Story("whole")) {
            assertThat(story.run.end()).as(story.run.said()).isZero();
            expected = story.done();
            lines = story.run.lines();
            story.checkOrder("uninterrupted");
        }
        assertThat(expected).hasSize(13).doesNotHaveDuplicates();
        List<Integer> points = sample.of(lines);
        all(points, line -> point(line, expected));
        System.out.println(
                "kill -9 of the launcher: " + sample + ", after lines " + points + " of " + lines + ": " + killed
                        + " runs killed, " + resumed + " resumed, " + writes + " writes, " + expected.size() + " each");
        assertThat(killed.get()).as("%s, after lines %s", sample, points).isPositive();
    }

    private void point(int line, List<String> expected) throws Exception {
        String where = sample + ", killed after line " + line;
        try (Story story = new Story("killed-" + line)) {
            boolean cut = story.run.awaitLines(line).kill();
            RunEvent.RunStarted original = story.run.started();
            if (cut) {
                killed.incrementAndGet();
                resume(story, where);
            }
            KillSample.checkJournal(where, story.run.events(), original);
            List<String> done = story.done();
            writes.addAndGet(done.size());
            assertThat(done).as(where).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
            story.checkOrder(where);
        }
    }

    private void resume(Story story, String where) throws Exception {
        String id = story.run.id();
        Ended ended = story.program().run("resume", id, "--confirm", "all");
        assertThat(ended.exit()).as(where + "\n" + ended).isZero();
        resumed.incrementAndGet();
    }

    /** What is done at one line. */
    private interface Point {
        void at(int line) throws Exception;
    }

    private static void all(List<Integer> lines, Point point) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int line : lines) {
                all.add(threads.submit(() -> {
                    point.at(line);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
