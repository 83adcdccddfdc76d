// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.event.ChangeTrace;
import io.shakebook.engine.event.RunEvent.RunStarted;
import io.shakebook.engine.event.RunHistory;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.Span;
import java.util.ArrayList;
import java.util.List;

/** Says of a run that is taken up again which one it is and where it stands. */
public final class ResumeReport {
    private final Screen screen;

    public ResumeReport(Screen screen) {
        this.screen = screen;
    }

    /** There is nothing left of it. */
    public String finished(String run, Plan plan, Span span) {
        return new Page(screen)
                .paragraph(
                        Tone.STRONG,
                        "",
                        "Run " + run + " of "
                                + Escaped.of(plan.made().playbook().name())
                                + span.until()
                                        .map(phase -> " has ended after " + Escaped.of(phase)
                                                + ", as asked for with --until; --to-the-end goes on behind it.")
                                        .orElse(" is finished: everything was done, nothing is left to go on with."))
                .toString();
    }

    /** It was cut off before its approval was noted. */
    public String notBegun(String run) {
        return new Page(screen)
                .paragraph(
                        Tone.STRONG,
                        "",
                        "Run " + run + " was cut off before it began: nothing was written, and its approval was not"
                                + " noted. Its plan is kept; carry it out in a new run.")
                .toString();
    }

    /** What it is, under which approval it goes on, and where it stands. */
    public String goesOn(String run, Plan plan, RunHistory history) {
        Page page = new Page(screen);
        RunStarted started = history.started().orElseThrow();
        page.paragraph(
                Tone.STRONG,
                "",
                "Run " + run + " of " + Escaped.of(plan.made().playbook().name()) + " goes on.");
        String when = history.at().map(at -> ", " + RunWords.minute(at)).orElse("");
        page.paragraph(
                Tone.PLAIN,
                "  ",
                "approved by " + Escaped.of(started.by()) + " (" + Escaped.of(started.how()) + ")" + when);
        page.line("  " + started.digest());
        page.paragraph(Tone.PLAIN, "  ", String.join(", ", stands(plan, history)) + ".");
        return page.blank().toString();
    }

    private static List<String> stands(Plan plan, RunHistory history) {
        List<String> parts = new ArrayList<>();
        long steps =
                plan.steps().stream().filter(step -> step.confirm().isEmpty()).count();
        parts.add(history.ready().size() + " of " + Counted.of((int) steps, "step") + " done");
        parts.add(Counted.of(history.sent().size(), "object") + " changed");
        long open =
                history.changes().values().stream().filter(ChangeTrace::open).count();
        if (open > 0) {
            parts.add(open + " of them cut off while it was written: the cluster is read to find out");
        }
        if (!history.confirmed().isEmpty()) {
            parts.add(Counted.of(history.confirmed().size(), "question") + " answered");
        }
        return parts;
    }
}
