// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.ExitCode;
import io.shakebook.engine.insight.Fleet;
import io.shakebook.engine.plan.Plan;
import java.util.List;
import java.util.Optional;

/** What stands around the plans and runs of a fleet: which entries, a summary of the plans, one question, and how it ended. */
public final class FleetReport {
    private static final int COLUMN = 24;
    private final Screen screen;
    private final Fleet fleet;

    public FleetReport(Screen screen, Fleet fleet) {
        this.screen = screen;
        this.fleet = fleet;
    }

    /** An entry and its plan. */
    public record Part(String entry, Plan plan) {}

    /**
     * How it ended for an entry.
     *
     * @param code empty if it was not begun
     */
    public record Ended(String entry, Optional<ExitCode> code) {}

    /** What was picked. */
    public String head() {
        Page page = new Page(screen);
        int all = fleet.picked().size() + fleet.leftOut().size();
        String picked = fleet.leftOut().isEmpty() ? "" : fleet.picked().size() + " of ";
        page.paragraph(
                Tone.STRONG,
                "Fleet  ",
                Escaped.of("the group " + fleet.group() + ", " + picked + (all == 1 ? "1 entry" : all + " entries")
                        + ", each as " + fleet.parameter() + ": " + String.join(", ", fleet.picked())));
        if (!fleet.leftOut().isEmpty()) {
            page.paragraph(Tone.PLAIN, "  left out: ", Escaped.of(String.join(", ", fleet.leftOut())));
        }
        return page.toString();
    }

    /** Above what is about one entry. */
    public String title(String entry) {
        int at = fleet.picked().indexOf(entry) + 1;
        return new Page(screen)
                .blank()
                .line(
                        Tone.STRONG,
                        Escaped.of("=== " + fleet.parameter() + "=" + entry + "  (" + at + " of "
                                + fleet.picked().size() + ")"))
                .toString();
    }

    /** Before the reason why there is none. */
    public String noPlan(String entry) {
        return "There is no plan for " + Escaped.of(fleet.parameter() + "=" + entry)
                + ", so nothing of the fleet was begun:\n\n";
    }

    /** How much each plan is. */
    public String summary(List<Part> parts) {
        Page page = new Page(screen).blank();
        parts.forEach(part -> page.entry(
                part.plan().changesAnything() ? Tone.CHANGE : Tone.PLAIN,
                Escaped.of("  " + part.entry()),
                COLUMN,
                words(part.plan()),
                ""));
        long changing =
                parts.stream().filter(part -> part.plan().changesAnything()).count();
        page.line(
                Tone.STRONG,
                Counted.of(parts.size(), "plan") + ", " + (changing == 0 ? "nothing to do" : changing + " with changes")
                        + ".");
        return page.toString();
    }

    private static String words(Plan plan) {
        if (!plan.seen().unreachable().isEmpty()) {
            return "a preview: no answer from "
                    + Escaped.of(String.join(", ", plan.seen().unreachable().keySet()));
        }
        return plan.changesAnything() ? PlanTotals.counts(plan) : "nothing to do";
    }

    /** Whether to carry out all of them. */
    public String question(List<Part> parts) {
        Page page = new Page(screen).blank();
        parts.stream().filter(part -> part.plan().changesAnything()).forEach(part -> {
            page.line(Tone.STRONG, Escaped.of(part.entry() + ":"));
            new PlanEnd(page).add(part.plan());
        });
        return page + "Carry out these plans one after the other? Type yes: ";
    }

    /** How it ended for each. */
    public String end(List<Ended> all) {
        Page page = new Page(screen).blank();
        all.forEach(one -> page.entry(
                one.code().filter(code -> code != ExitCode.DONE).isPresent() ? Tone.DANGER : Tone.PLAIN,
                Escaped.of("  " + one.entry()),
                COLUMN,
                one.code()
                        .map(code -> code == ExitCode.DONE ? "done" : "exit " + code.number() + ": " + code.meaning())
                        .orElse("not begun"),
                ""));
        long done = all.stream()
                .filter(one -> one.code().filter(ExitCode.DONE::equals).isPresent())
                .count();
        page.line(Tone.STRONG, "Fleet " + Escaped.of(fleet.group()) + ": " + done + " of " + all.size() + " done.");
        return page.toString();
    }
}
