// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.ExitCode;
import io.shakebook.engine.event.RunEvent.Outcome;
import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.event.RunEvent.Summary;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedStep;
import java.util.ArrayList;
import java.util.List;

/** How a run ended: what changed, what did not, and what to type next. */
public final class RunEndReport {
    private final Screen screen;

    public RunEndReport(Screen screen) {
        this.screen = screen;
    }

    /** @param next the commands that may follow; empty if there is nothing to go on with */
    public String text(Plan plan, RunEnded ended, Heard heard, List<Next> next) {
        Page page = new Page(screen);
        Summary summary = ended.summary();
        ChangeWords words = new ChangeWords(plan);
        List<String> perhaps = summary.changed().stream().filter(heard::inDoubt).toList();
        List<String> changed = new ArrayList<>(summary.changed());
        changed.removeAll(perhaps);
        listed(page, Tone.STRONG, "Changed:", words, changed);
        listed(page, Tone.DANGER, "Perhaps changed, for no answer came:", words, perhaps);
        walkedBack(page, heard, words);
        addresses(page, heard, "Failed:", summary.failed());
        addresses(page, heard, "Unknown whether they are done; resume reads to find out:", summary.unknown());
        heard.lockLost()
                .flatMap(LockWords::of)
                .ifPresent(lost -> page.paragraph(Tone.DANGER, "Lost: ", Escaped.of(lost.sentence())));
        heard.paused()
                .ifPresent(paused -> page.paragraph(
                        Tone.DANGER,
                        "Paused at " + Escaped.of(paused.address()) + ": ",
                        QuestionReport.unanswered(paused) + "."));
        summary.notAsked().forEach(step -> page.paragraph(Tone.STRONG, "", notAsked(plan, step)));
        heard.until()
                .filter(phase -> ended.outcome() == Outcome.DONE)
                .ifPresent(phase -> page.paragraph(
                        Tone.STRONG, "", "Ended after " + Escaped.of(phase) + ", as asked for with --until."));
        String run = heard.run().map(id -> "Run " + id + ": ").orElse("");
        page.paragraph(Tone.STRONG, "", run + counts(summary, perhaps.size()));
        ExitCode code = ExitCode.of(ended.outcome());
        if (code != ExitCode.DONE) {
            page.paragraph(Tone.DANGER, "exit " + code.number() + ": ", code.meaning());
        }
        if (ended.outcome() == Outcome.JOURNAL_BROKEN) {
            page.paragraph(
                    Tone.DANGER,
                    "",
                    "The run's journal could not be written, so nothing further was begun. Make room in the folder of runs"
                            + " and allow writing there, then resume the run.");
        }
        next.forEach(some -> page.line(some.when() + ":  " + some.command()));
        return page.toString();
    }

    private static void listed(Page page, Tone tone, String title, ChangeWords words, List<String> changes) {
        if (!changes.isEmpty()) {
            page.line(tone, title);
            changes.forEach(change -> page.paragraph(Tone.PLAIN, "  ", words.listed(change)));
        }
    }

    private static void walkedBack(Page page, Heard heard, ChangeWords words) {
        if (!heard.walkedBack().isEmpty()) {
            page.line(Tone.STRONG, "Walked back after the failure, as the plan says:");
            heard.walkedBack().forEach(change -> page.paragraph(Tone.PLAIN, "  ", words.listed(change)));
        }
        if (!heard.standing().isEmpty()) {
            page.line(Tone.DANGER, "To be walked back, and stands:");
            heard.standing()
                    .forEach(stands -> page.paragraph(
                            Tone.DANGER, "  ", words.listed(stands.change()) + ": " + Escaped.of(stands.why())));
        }
    }

    private static String notAsked(Plan plan, StepAddress step) {
        String question = plan.step(step).flatMap(PlannedStep::confirm).orElse("");
        return QuestionReport.notAsked(Escaped.of(step + "  " + question));
    }

    private static void addresses(Page page, Heard heard, String title, List<StepAddress> steps) {
        if (!steps.isEmpty()) {
            page.line(Tone.DANGER, title);
            steps.forEach(step -> {
                String why = heard.wait(step)
                        .map(reason -> "  last waited for: " + reason)
                        .or(() -> heard.failure(step).map(what -> "  " + what))
                        .orElse("");
                page.paragraph(Tone.PLAIN, "  ", Escaped.of(step + why));
            });
        }
    }

    private static String counts(Summary summary, int perhaps) {
        List<String> parts = new ArrayList<>();
        parts.add(Counted.of(summary.done().size(), "step") + " done");
        parts.add(Counted.of(summary.changed().size() - perhaps, "object") + " changed");
        if (perhaps > 0) {
            parts.add(perhaps + " perhaps changed");
        }
        parts.add(summary.failed().size() + " failed");
        parts.add(summary.notStarted().size() + " not started");
        if (!summary.notAsked().isEmpty()) {
            parts.add(summary.notAsked().size() + " not asked");
        }
        parts.add(summary.unknown().size() + " unknown");
        return String.join(", ", parts) + "; took " + Durations.shown(summary.took()) + ".";
    }
}
