// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.report.RunProgress.State;
import io.shakebook.cli.report.RunProgress.StepProgress;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A run on a terminal: a line for each phase that is over, and below them lines that change in place for the steps that
 * run. Safe to use from several threads.
 */
public final class RunReport implements RunDisplay {
    private static final int MOST_ROWS = 18;
    private final Plan plan;
    private final Clock clock;
    private final Supplier<Screen> screens;
    private final Heard heard = new Heard();
    private Screen screen;
    private final LiveLines live;
    private final RunProgress progress;
    private final Set<String> over = new LinkedHashSet<>();

    /** @param screens the terminal as it is now: its width may change while a run is shown */
    RunReport(Plan plan, Clock clock, Supplier<Screen> screens, Consumer<String> terminal) {
        this.plan = plan;
        this.clock = clock;
        this.screens = screens;
        this.screen = screens.get();
        this.live = new LiveLines(terminal, () -> screen.width());
        this.progress = new RunProgress(plan);
    }

    @Override
    public synchronized void heard(RunEvent event) {
        heard.heard(event);
        progress.heard(event, clock.instant());
        if (event instanceof RunEvent.RunStarted started) {
            live.keep("Run " + started.run());
        }
        if (event instanceof RunEvent.Interrupted interrupted) {
            String words = new StopWords(heard).of(interrupted);
            live.keep(String.join("\n", Page.wrap(words, screen.width() - 1, screen.width() - 1)));
        }
        LockWords.of(event).filter(LockWords::matters).ifPresent(words -> {
            int width = screen.width() - 1;
            live.keep(String.join("\n", Page.wrap(Escaped.of(words.sentence()), width, width)));
        });
        show();
    }

    @Override
    public synchronized void remark(String line) {
        int width = screen.width() - 1;
        live.keep(String.join("\n", Page.wrap(line, width, width)));
        show();
    }

    @Override
    public synchronized void redraw() {
        screen = screens.get();
        show();
    }

    private void show() {
        Instant now = clock.instant();
        for (PlannedPhase phase : plan.phases()) {
            int steps = progress.addresses(phase).size();
            if (steps > 0 && progress.ready(phase) == steps && over.add(phase.address())) {
                LiveStep line =
                        new LiveStep(Tone.GOOD, "ok", phase.address(), steps + " of " + steps, took(phase, now));
                live.keep(String.join("\n", line.lines(screen)));
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
            String ready = progress.ready(phase) + " of " + steps;
            lines.addAll(new LiveStep(Tone.PLAIN, "...", phase.address(), ready, took(phase, now)).lines(screen));
            List<StepAddress> open = started.stream()
                    .filter(step -> progress.of(step).orElseThrow().state() != State.READY)
                    .toList();
            steps(open, now, lines);
        }
        return lines;
    }

    /** As many as a terminal surely has rows for: what scrolled away could not be drawn over. */
    private void steps(List<StepAddress> open, Instant now, List<String> lines) {
        for (int at = 0; at < open.size(); at++) {
            List<String> step = step(open.get(at), now).lines(screen);
            if (at > 0 && lines.size() + step.size() > MOST_ROWS) {
                lines.add("         and " + (open.size() - at) + " more");
                return;
            }
            lines.addAll(step);
        }
    }

    private LiveStep step(StepAddress address, Instant now) {
        StepProgress step = progress.of(address).orElseThrow();
        boolean failed = step.state() == State.FAILED;
        String of =
                step.within().map(within -> " of " + Durations.shown(within)).orElse("");
        if (step.state() == State.STAYING) {
            Instant ready = step.ended().orElse(now);
            String stays = "staying ready: "
                    + Durations.shown(
                            Duration.ofSeconds(Duration.between(ready, now).toSeconds())) + of;
            return new LiveStep(Tone.PLAIN, "...", "  " + address.local(), stays, "");
        }
        return new LiveStep(
                failed ? Tone.DANGER : Tone.PLAIN,
                failed ? "FAIL" : "...",
                "  " + address.local(),
                step.reason(),
                Durations.shown(step.took(now)) + of);
    }

    private String took(PlannedPhase phase, Instant now) {
        return Durations.shown(progress.took(phase, now));
    }
}
