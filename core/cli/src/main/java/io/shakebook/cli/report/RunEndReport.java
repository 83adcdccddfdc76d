// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.ExitCode;
import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.event.RunEvent.Summary;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a run ended: what changed, what did not, and what to type next. */
public final class RunEndReport {
    private final Screen screen;

    public RunEndReport(Screen screen) {
        this.screen = screen;
    }

    /** @param next the command that goes on; empty if there is nothing to go on with */
    public String text(Plan plan, RunEnded ended, Optional<String> next) {
        Page page = new Page(screen);
        Summary summary = ended.summary();
        ChangeWords words = new ChangeWords(plan);
        if (!summary.changed().isEmpty()) {
            page.line(Tone.STRONG, "Changed:");
            summary.changed().forEach(change -> page.paragraph(Tone.PLAIN, "  ", words.listed(change)));
        }
        addresses(page, "Failed:", summary.failed());
        addresses(page, "Unknown whether they are done; a run reads to find out:", summary.unknown());
        page.line(Tone.STRONG, counts(summary));
        ExitCode code = ExitCode.of(ended.outcome());
        if (code != ExitCode.DONE) {
            page.line(Tone.DANGER, "exit " + code.number() + ": " + code.meaning());
        }
        next.ifPresent(command -> page.line("go on:  " + command));
        return page.toString();
    }

    private static void addresses(Page page, String title, List<StepAddress> steps) {
        if (!steps.isEmpty()) {
            page.line(Tone.DANGER, title);
            steps.forEach(step -> page.line("  " + Escaped.of(step.toString())));
        }
    }

    private static String counts(Summary summary) {
        List<String> parts = new ArrayList<>();
        parts.add(Counted.of(summary.done().size(), "step") + " done");
        parts.add(Counted.of(summary.changed().size(), "object") + " changed");
        parts.add(summary.failed().size() + " failed");
        parts.add(summary.notStarted().size() + " not started");
        parts.add(summary.unknown().size() + " unknown");
        return String.join(", ", parts) + "; took " + Durations.shown(summary.took()) + ".";
    }
}
