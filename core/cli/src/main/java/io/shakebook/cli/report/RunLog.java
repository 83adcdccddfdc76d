// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Plan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** A run for a pipe or a file: one line for each change of state, with the time since the start. */
public final class RunLog implements RunDisplay {
    private final ChangeWords words;
    private final Clock clock;
    private final Consumer<String> lines;
    private final boolean all;
    private final Instant start;
    private final Heard heard = new Heard();

    /**
     * @param lines takes text that ends with a line's end
     * @param all also what is only of interest when looking for a mistake: intents and outputs
     */
    public RunLog(Plan plan, Clock clock, Consumer<String> lines, boolean all) {
        this.words = new ChangeWords(plan);
        this.clock = clock;
        this.lines = lines;
        this.all = all;
        this.start = clock.instant();
    }

    @Override
    public void heard(RunEvent event) {
        heard.heard(event);
        if (event instanceof RunEvent.RunStarted started) {
            line("run", started.run(), "approved: " + started.how());
        } else if (event instanceof RunEvent.Resumed resumed) {
            line("run", "goes on", "as " + resumed.by());
        } else if (event instanceof RunEvent.ChangeApplied applied) {
            step("wrote", applied.step(), words.done(applied));
        } else if (event instanceof RunEvent.ChangeFound found) {
            step("is so", found.step(), words.object(found.change()) + ": " + found.why());
        } else if (event instanceof RunEvent.StepWaiting waiting) {
            step(
                    "wait",
                    waiting.step(),
                    waiting.reason() + " (" + Durations.shown(waiting.since()) + " of "
                            + Durations.shown(waiting.within()) + ")");
        } else if (event instanceof RunEvent.StepStaying staying) {
            step("stay", staying.step(), staying.reason() + "; must stay so for " + Durations.shown(staying.hold()));
        } else if (event instanceof RunEvent.StepReady ready) {
            step("ok", ready.step(), ready.reason());
        } else if (event instanceof RunEvent.StepFailed failed) {
            step("FAILED", failed.step(), failed.failure().summary());
        } else if (event instanceof RunEvent.WalkedBack back) {
            step("BACK", back.step(), words.object(back.change()) + " is as before");
        } else if (event instanceof RunEvent.Stands stands) {
            step("STANDS", stands.step(), words.object(stands.change()) + ": " + stands.why());
        } else if (event instanceof RunEvent.Confirmed confirmed) {
            line("yes", confirmed.address(), "confirmed by " + confirmed.how() + reason(confirmed.reason()));
        } else if (event instanceof RunEvent.Paused paused) {
            line("PAUSED", paused.address(), QuestionReport.unanswered(paused) + ": " + paused.question());
        } else if (LockWords.of(event).isPresent()) {
            LockWords words = LockWords.of(event).get();
            line(words.state(), words.lock(), words.what());
        } else if (event instanceof RunEvent.Interrupted interrupted) {
            lines.accept(new StopWords(heard).of(interrupted) + "\n");
        } else if (all) {
            detail(event);
        }
    }

    @Override
    public void remark(String line) {
        line("slow", line);
    }

    @Override
    public void redraw() {
        // nothing that was written to a pipe changes afterwards
    }

    @Override
    public void pause() {
        // lines do not stand in anybody's way
    }

    private void detail(RunEvent event) {
        if (event instanceof RunEvent.StepStarted started) {
            step("start", started.step(), "");
        } else if (event instanceof RunEvent.ChangeIntended intended) {
            step("intend", intended.step(), words.object(intended.change()));
        } else if (event instanceof RunEvent.OutputKnown known) {
            step("output", known.step(), known.output() + " = " + known.value());
        }
    }

    private static String reason(String reason) {
        return reason.isEmpty() ? "" : ": " + reason;
    }

    private void step(String state, StepAddress step, String what) {
        line(state, step.toString(), what);
    }

    private void line(String state, String address, String what) {
        line(state, Escaped.of(address) + "  " + Escaped.of(what));
    }

    private void line(String state, String what) {
        String since = Page.pad(Durations.shown(Duration.between(start, clock.instant())), 7) + " ";
        String text = since + Page.pad(state, 7) + what;
        lines.accept(text.stripTrailing() + "\n");
    }
}
