// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.SamplePlan;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunEvent.Failure;
import io.shakebook.engine.event.RunEvent.Outcome;
import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.event.RunEvent.StepFailed;
import io.shakebook.engine.event.RunEvent.Summary;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.run.RunListener;
import io.shakebook.testkit.golden.GoldenFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RunReportsTest {
    private static final Plan PLAN = SamplePlan.first();
    private static final StepAddress GATE = StepAddress.parse("link/gate/no-drain");
    private static final StepAddress DOOR = StepAddress.parse("link/expose/door[0]");
    private static final StepAddress COPIER = StepAddress.parse("link/start/copier[0]");
    private final StringBuilder printed = new StringBuilder();
    private final Steps clock = new Steps();

    @Test
    void inAPipeEachChangeOfStateIsOneLine() {
        RunLog log = new RunLog(PLAN, clock, printed::append, false);
        story(log);
        GoldenFile.named("run-log.txt").matches(printed.toString());
    }

    @Test
    void anotherProgramReadsEachEventAsOneLineOfJson() {
        RunLines lines = new RunLines(clock, printed::append);
        story(lines);
        lines.heard(new RunEnded(
                Outcome.FAILED_PART_WAY,
                new Summary(
                        List.of(GATE, DOOR),
                        List.of(),
                        List.of("c10"),
                        List.of(COPIER),
                        List.of(),
                        List.of(),
                        Duration.ofSeconds(9),
                        Optional.empty())));
        GoldenFile.named("run-lines.json").matches(printed.toString());
    }

    @Test
    void verboseShowsIntentsAndOutputsToo() {
        RunLog log = new RunLog(PLAN, clock, printed::append, true);
        story(log);
        assertThat(printed).contains("intend").contains("node-port = 31863");
    }

    @Test
    void onATerminalLinesChangeInPlace() {
        story(new RunReport(PLAN, clock, () -> new Screen(100, false), printed::append));
        GoldenFile.named("run-terminal.txt").matches(printed.toString().replace("\u001b", "<ESC>"));
    }

    @Test
    void whatIsLeftOnTheTerminalIsOneLineForEachPhaseThatIsOver() {
        RunReport report = new RunReport(PLAN, clock, () -> new Screen(100, false), printed::append);
        story(report);
        report.pause();
        assertThat(asSeen(printed.toString())).containsExactly("Run r-1", "  ok   link/gate", "Asked to", "waiting.");
    }

    @Test
    void aRemarkStaysAboveTheLinesThatChange() {
        RunReport report = new RunReport(PLAN, clock, () -> new Screen(100, false), printed::append);
        report.heard(new RunEvent.RunStarted("r-1", "sha256:6b", "li@ops-1", "--yes"));
        report.heard(new RunEvent.StepStarted(GATE));
        report.remark("east: no whole answer within 10 s; asking again");
        List<String> seen = asSeen(printed.toString());
        assertThat(seen).startsWith("Run r-1", "east: no");
        assertThat(seen.stream().filter(line -> line.contains("no-drain"))).hasSize(1);

        report.pause();
        assertThat(asSeen(printed.toString())).containsExactly("Run r-1", "east: no");
    }

    @Test
    void inAPipeARemarkIsOneLineMore() {
        RunLog log = new RunLog(PLAN, clock, printed::append, false);
        log.remark("east: no whole answer within 10 s; asking again");
        assertThat(printed.toString()).matches("\\d+ \\w+ +slow +east: no whole answer within 10 s; asking again\n");
    }

    @Test
    void noLiveLineIsWiderThanTheScreen() {
        story(new RunReport(PLAN, clock, () -> new Screen(60, false), printed::append));
        assertThat(printed.toString().lines().map(line -> line.replaceAll("\u001b\\[[0-9]*[AJ]", "")))
                .filteredOn(line -> !line.startsWith("Asked"))
                .allMatch(line -> line.length() < 60);
    }

    @Test
    void theWholeCauseOfAWaitIsOnTheScreen() {
        String cause =
                "image \"release.example/shake/redis-shake@sha256:46652d7d8893fa4508c3c6725afc1e211fb9cb894c4dc85e"
                        + "94287395a32fc3dc\" cannot be pulled: not found";
        RunReport report = new RunReport(PLAN, clock, () -> new Screen(80, false), printed::append);
        report.heard(new RunEvent.StepStarted(COPIER));
        report.heard(waiting(cause));
        String last = printed.substring(printed.lastIndexOf("J") + 1);
        assertThat(last.replaceAll("\\s+", ""))
                .contains(cause.replaceAll("\\s+", "").substring(60));
        assertThat(last.lines()).hasSizeGreaterThan(2).allMatch(line -> line.length() < 80);
    }

    @Test
    void aTerminalThatWasMadeNarrowerIsClearedByTheRowsThatItHasNow() {
        List<Screen> screen = new ArrayList<>(List.of(new Screen(100, false)));
        RunReport report = new RunReport(PLAN, clock, () -> screen.get(0), printed::append);
        report.heard(new RunEvent.StepStarted(COPIER));
        screen.set(0, new Screen(50, false));
        printed.setLength(0);
        report.redraw();
        assertThat(printed).startsWith("\u001b[4A\u001b[J"); // two lines of 99 columns are four rows now
    }

    @Test
    void whatMustStayReadySaysForHowLongItHas() {
        RunReport report = new RunReport(PLAN, clock, () -> new Screen(100, false), printed::append);
        report.heard(new RunEvent.StepStarted(COPIER));
        report.heard(new RunEvent.StepStaying(COPIER, "up, no restart", Duration.ofSeconds(10)));
        clock.now = clock.now.plusSeconds(6);
        report.redraw();
        assertThat(printed).contains("staying ready: 6 s of 10 s").doesNotContain("waiting");
    }

    @Test
    void theLastLinesNameWhatWasWaitedFor() {
        Heard heard = new Heard();
        heard.heard(waiting("no pod yet"));
        heard.heard(waiting("no node takes the pod"));
        assertThat(new StopWords(heard).of(new RunEvent.Interrupted(1, List.of(COPIER))))
                .contains("waiting for link/start/copier[0] (no node takes the pod)");
        Summary summary = new Summary(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(COPIER),
                Duration.ofSeconds(3),
                Optional.empty());
        assertThat(new RunEndReport(Screen.plain())
                        .text(PLAN, new RunEnded(Outcome.INTERRUPTED, summary), heard, List.of()))
                .contains("link/start/copier[0]  last waited for: no node takes the pod");
    }

    @Test
    void theLastLinesSayWhyAStepFailedForWhichNothingWasWaited() {
        Heard heard = new Heard();
        heard.heard(
                new StepFailed(COPIER, new Failure("stale", "copier[0] changed since the plan was made", Map.of())));
        Summary summary = new Summary(
                List.of(),
                List.of(),
                List.of(),
                List.of(COPIER),
                List.of(),
                List.of(),
                Duration.ofSeconds(3),
                Optional.empty());
        assertThat(new RunEndReport(Screen.plain())
                        .text(PLAN, new RunEnded(Outcome.FAILED_NOTHING_CHANGED, summary), heard, List.of()))
                .contains("link/start/copier[0]  copier[0] changed since the plan was made");
    }

    @Test
    void ofAReplacementOnlyTheHalfThatHappenedIsSaid() {
        Plan plan = SamplePlan.changes();
        RunLog log = new RunLog(plan, clock, printed::append, false);
        log.heard(new RunEvent.ChangeApplied(StepAddress.parse("fix/all/again"), "c4", "", ""));
        assertThat(printed).contains("deleted ", ", to be created again").doesNotContain("deleted and created again");
        log.heard(new RunEvent.ChangeApplied(StepAddress.parse("fix/all/again"), "c4", "u", "5"));
        assertThat(printed).contains("deleted and created again");
    }

    @Test
    void whatWasSentAndNotAnsweredIsNotSaidToBeChanged() {
        Heard heard = new Heard();
        for (String change : List.of("c10", "c9")) {
            heard.heard(new RunEvent.ChangeIntended(DOOR, change, new Guard.Missing(), Map.of()));
        }
        heard.heard(new RunEvent.ChangeApplied(DOOR, "c10", "u", "5"));
        Summary summary = new Summary(
                List.of(DOOR),
                List.of(),
                List.of("c10", "c9"),
                List.of(COPIER),
                List.of(),
                List.of(),
                Duration.ofSeconds(3),
                Optional.empty());
        assertThat(new RunEndReport(Screen.plain())
                        .text(PLAN, new RunEnded(Outcome.FAILED_PART_WAY, summary), heard, List.of()))
                .contains(
                        "Changed:\n  + Service back/door-0 on west",
                        "Perhaps changed, for no answer came:\n  ~ Deployment back/copier-0 on west",
                        "1 object changed, 1 perhaps changed, 1 failed");
    }

    private static RunEvent waiting(String why) {
        return new RunEvent.StepWaiting(COPIER, why, List.of(), Duration.ofSeconds(1), Duration.ofMinutes(2));
    }

    @Test
    void aFailureSaysWhatWhereWhyAndWhatToCheck() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("cause", "the container exits with code 2; last log line: \"refused\u001b[2J\"");
        details.put("check", "whether west reaches node port 31865");
        StepFailed failed =
                new StepFailed(COPIER, new Failure("not-ready", "copier[0] did not get ready within 5 min", details));
        Summary summary = new Summary(
                List.of(GATE, DOOR),
                List.of(),
                List.of("c10", "c9"),
                List.of(COPIER),
                List.of(StepAddress.parse("link/start/move")),
                List.of(),
                Duration.ofSeconds(312),
                Optional.empty());
        String text = new FailureReport(Screen.plain()).text(PLAN, List.of(failed))
                + new RunEndReport(Screen.plain())
                        .text(
                                PLAN,
                                new RunEnded(Outcome.FAILED_PART_WAY, summary),
                                new Heard(),
                                List.of(Next.goOn("shakebook resume r-1")));
        GoldenFile.named("run-failure.txt").matches(text);
        assertThat(text).doesNotContain("\u001b");
    }

    private void story(RunListener display) {
        List<RunEvent> events = List.of(
                new RunEvent.RunStarted("r-1", "sha256:6b", "li@ops-1", "--yes"),
                new RunEvent.StepStarted(GATE),
                new RunEvent.StepReady(GATE, "no pod of drain* is left", List.of()),
                new RunEvent.StepStarted(DOOR),
                new RunEvent.ChangeIntended(DOOR, "c10", new Guard.Missing(), Map.of()),
                new RunEvent.ChangeApplied(DOOR, "c10", "8059", "979"),
                new RunEvent.OutputKnown(DOOR, "node-port", 31863L),
                new RunEvent.StepWaiting(
                        DOOR, "no address yet", List.of(), Duration.ofSeconds(1), Duration.ofMinutes(2)),
                new RunEvent.StepReady(DOOR, "1 ready pod", List.of()),
                new RunEvent.StepStarted(COPIER),
                new RunEvent.ChangeFound(COPIER, "c9", "live equals after"),
                new RunEvent.StepFailed(COPIER, new Failure("not-ready", "copier[0] did not get ready", Map.of())),
                new RunEvent.Interrupted(1, List.of(COPIER)));
        events.forEach(event -> {
            clock.now = clock.now.plusMillis(700);
            display.heard(event);
        });
    }

    /** What a terminal shows after it has followed the movements of the cursor; the first two words of each line. */
    private static List<String> asSeen(String output) {
        List<String> lines = new ArrayList<>();
        for (String line : output.split("\n")) {
            String rest = line;
            Matcher up = Pattern.compile("^\u001b\\[([0-9]+)A\u001b\\[J").matcher(rest);
            if (up.find()) {
                int drop = Integer.parseInt(up.group(1));
                lines = new ArrayList<>(lines.subList(0, lines.size() - drop));
                rest = rest.substring(up.end());
            }
            if (!rest.isEmpty()) {
                lines.add(rest);
            }
        }
        return lines.stream()
                .map(line -> line.replaceAll("^(\\s*\\S+\\s+\\S+).*", "$1"))
                .toList();
    }

    /** A clock that the test moves. */
    private static final class Steps extends Clock {
        private Instant now = Instant.parse("2026-11-22T21:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
