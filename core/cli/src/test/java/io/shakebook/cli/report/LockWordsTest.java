// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.SamplePlan;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunEvent.Outcome;
import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.event.RunEvent.Summary;
import io.shakebook.testkit.golden.GoldenFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockWordsTest {
    private static final String LEASE = "space/shakebook-web";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T21:01:00Z"), ZoneOffset.UTC);
    private static final List<RunEvent> STORY = List.of(
            new RunEvent.NotLocked("east", "old/shakebook-web-e", "connection refused"),
            new RunEvent.LockWatched("west", LEASE, "run r-1 of bo@ops-2", Duration.ofSeconds(30)),
            new RunEvent.Locked("west", LEASE, 8, Optional.of("run r-1 of bo@ops-2"), "expired"),
            new RunEvent.Locked("west", "space/shakebook-db", 2, Optional.of("run r-0 of bo@ops-2"), "--take-over"),
            new RunEvent.Locked("west", "space/shakebook-ui", 1, Optional.empty(), "free"),
            new RunEvent.Fenced(
                    "r-1", true, List.of("ConfigMap space/a on west", "Service space/b on west"), List.of(), Map.of()),
            new RunEvent.Fenced(
                    "r-0",
                    false,
                    List.of(),
                    List.of("ConfigMap space/d on west"),
                    Map.of("ConfigMap space/c on north", "no answer")),
            new RunEvent.LockLost("west", LEASE, "it is held by run r-3 of bo@ops-2"),
            new RunEvent.Unlocked("west", "space/shakebook-ui"),
            new RunEvent.LockLeft("west", "space/shakebook-db", "connection refused"));

    private final StringBuilder printed = new StringBuilder();

    @Test
    void aLogSaysEverythingAboutLocks() {
        RunLog log = new RunLog(SamplePlan.first(), CLOCK, printed::append, false);
        STORY.forEach(log::heard);
        GoldenFile.named("run-locks.txt").matches(printed.toString());
    }

    @Test
    void aTerminalSaysWhatDoesNotGoAsUsual() {
        RunReport report = new RunReport(SamplePlan.first(), CLOCK, () -> new Screen(100, false), printed::append);
        STORY.forEach(report::heard);
        assertThat(printed)
                .contains("taken from run r-1 of bo@ops-2; it had expired")
                .contains("it is held by run r-3 of bo@ops-2. Nothing further is written.")
                .doesNotContain("shakebook-ui");
    }

    @Test
    void theEndNamesTheLockThatWasLost() {
        Heard heard = new Heard();
        STORY.forEach(heard::heard);
        Summary summary = new Summary(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Duration.ofSeconds(3),
                Optional.empty());
        String text = new RunEndReport(Screen.plain())
                .text(SamplePlan.first(), new RunEnded(Outcome.LOCKED, summary), heard, List.of());
        assertThat(text)
                .contains("Lost: Lock west/space/shakebook-web: it is held by run r-3 of bo@ops-2.")
                .contains("exit 5: another run holds a lock, nothing was changed");
    }
}
