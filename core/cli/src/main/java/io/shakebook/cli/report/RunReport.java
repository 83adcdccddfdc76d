// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.report.RunProgress.State;
import io.shakebook.cli.report.RunProgress.StepProgress;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A run on a terminal: a line for each phase that is over, and below them lines that change in place for the steps that
 * run. Safe to use from several threads.
 */
public final class RunReport implements RunDisplay {
    private static final int COLUMN = 30;
    private static final int MOST_STEPS = 12;
    private final Plan plan;
    private final Clock clock;
    private final Screen screen;
    private final LiveLines live;
    private final RunProgress progress;
    private final Set<String> over = new LinkedHashSet<>();

    RunReport(Plan plan, Clock clock, Screen screen, LiveLines live) {
        this.plan = plan;
        this.clock = clock;
        this.screen = screen;
        this.live = live;
        this.progress = new RunProgress(plan);
    }

    @Override
    public synchronized void heard(RunEvent event) {
        progress.heard(event, clock.instant());
        if (event instanceof RunEvent.Interrupted interrupted) {
            live.keep(StopWords.of(interrupted));
        }
        redraw();
    }

    @Override
    public synchronized void redraw() {
        Instant now = clock.instant();
        for (PlannedPhase phase : plan.phases()) {
            int steps = progress.addresses(phase).size();
            if (steps > 0 && progress.ready(phase) == steps && over.add(phase.address())) {
                live.keep(line(Tone.GOOD, "ok", phase.address(), steps + " of " + steps, took(phase, now)));
            }
        }
        live.draw(running(now));
    }

    @Override
    public synchronized void pause() {
        live.draw(List.of());
    }

    private List<String> running(Instant now) {
        List<String> lines = new ArrayList<>();
        for (PlannedPhase phase : plan.phases()) {
            List<StepAddress> started = progress.started(phase);
            if (started.isEmpty() || over.contains(phase.address())) {
                continue;
            }
            int steps = progress.addresses(phase).size();
            lines.add(
                    line(Tone.PLAIN, "...", phase.address(), progress.ready(phase) + " of " + steps, took(phase, now)));
            List<StepAddress> open = started.stream()
                    .filter(step -> progress.of(step).orElseThrow().state() != State.READY)
                    .toList();
            open.stream().limit(MOST_STEPS).forEach(step -> lines.add(step(step, now)));
            if (open.size() > MOST_STEPS) {
                lines.add("         and " + (open.size() - MOST_STEPS) + " more");
            }
        }
        return lines;
    }

    private String step(StepAddress address, Instant now) {
        StepProgress step = progress.of(address).orElseThrow();
        boolean failed = step.state() == State.FAILED;
        String of =
                step.within().map(within -> " of " + Durations.shown(within)).orElse("");
        return line(
                failed ? Tone.DANGER : Tone.PLAIN,
                failed ? "FAIL" : "...",
                "  " + address.local(),
                step.reason(),
                Durations.shown(step.took(now)) + of);
    }

    private String took(PlannedPhase phase, Instant now) {
        return Durations.shown(progress.took(phase, now));
    }

    /** On exactly one line of the screen: the middle is cut if there is no room for it. */
    private String line(Tone tone, String state, String name, String what, String right) {
        String left = "  " + Page.pad(state, 5) + Page.pad(Escaped.of(name), screen.narrow() ? 0 : COLUMN - 7) + "  ";
        int room = Math.max(0, screen.width() - 1 - left.length() - right.length() - 2);
        String middle = Escaped.of(what);
        middle = middle.length() > room ? middle.substring(0, Math.max(0, room - 3)) + "..." : middle;
        String line = left + Page.pad(middle, room) + "  " + right;
        line = line.substring(0, Math.min(line.length(), screen.width() - 1));
        return screen.colour() ? tone.paint(line) : line;
    }
}
