// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.plan.OnFailure;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.run.Questions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan as text for the person who reviews it: danger first and repeated last, then what to type next. */
public final class PlanReport {
    private final Screen screen;

    public PlanReport(Screen screen) {
        this.screen = screen;
    }

    /**
     * @param digest of the plan; empty for a preview, which has none
     * @param next the command that comes next; empty if there is none
     */
    public String text(Plan plan, Optional<String> digest, Optional<String> next) {
        Page page = body(plan);
        foot(page, plan, digest, next);
        return page.toString();
    }

    /** Without its end, which {@link QuestionReport#plan} says. */
    public String beforeItsQuestion(Plan plan) {
        return body(plan).toString();
    }

    private Page body(Plan plan) {
        Page page = new Page(screen);
        new PlanHead(page).add(plan);
        unreachable(page, plan);
        List<Row> dangers = PlanDangers.of(plan);
        dangers(page, dangers, plan.seen().warnings());
        page.blank();
        plan.phases().stream()
                .filter(phase -> plan.made().undoes().isEmpty()
                        || !phase.notes().isEmpty()
                        || !plan.stepsOf(phase.address()).isEmpty())
                .forEach(phase -> phase(page, plan, phase));
        questions(page, plan);
        return page;
    }

    private static void unreachable(Page page, Plan plan) {
        if (!plan.seen().unreachable().isEmpty()) {
            page.blank();
        }
        plan.seen()
                .unreachable()
                .forEach((cluster, why) -> page.paragraph(
                        Tone.DANGER,
                        "! ",
                        Escaped.of(cluster + " cannot be reached: " + why)
                                + ". This is a preview of the rest; it cannot be run."));
    }

    private static void dangers(Page page, List<Row> dangers, List<String> warnings) {
        if (!dangers.isEmpty() || !warnings.isEmpty()) {
            page.blank();
        }
        page.dangers(dangers);
        warnings.forEach(warning -> warning(page, warning.split("\n")));
    }

    /** What follows the first line is there to be copied, and is not wrapped. */
    private static void warning(Page page, String... lines) {
        page.paragraph(Tone.CHANGE, "! warning: ", Escaped.of(lines[0]));
        for (int line = 1; line < lines.length; line++) {
            page.line(Tone.CHANGE, Escaped.of(lines[line]));
        }
    }

    private static void phase(Page page, Plan plan, PlannedPhase phase) {
        page.line(
                Tone.STRONG,
                Escaped.of(phase.address()) + (phase.pointOfNoReturn().isPresent() ? "  (point of no return)" : ""));
        notes(page, phase.notes());
        if (phase.onFailure() == OnFailure.UNDO) {
            page.paragraph(Tone.FAINT, "  . ", WalkBackWords.of(plan, phase));
        }
        PhaseLines lines = new PhaseLines(page);
        BlockGroup.of(new StepBlocks(plan).of(phase.address())).forEach(lines::add);
    }

    /** Notes that say the same of several steps stand on one line. */
    static void notes(Page page, List<String> notes) {
        Map<String, List<String>> about = new LinkedHashMap<>();
        for (String note : notes) {
            int colon = Math.max(0, note.indexOf(": "));
            about.computeIfAbsent(note.substring(colon), none -> new ArrayList<>())
                    .add(note.substring(0, colon));
        }
        about.forEach((what, steps) -> page.paragraph(Tone.FAINT, "  . ", Escaped.of(CompactList.of(steps) + what)));
    }

    /** Only where: the text of each stands at its step, or among the dangers. */
    private static void questions(Page page, Plan plan) {
        List<Questions.Question> questions = Questions.of(plan);
        if (questions.isEmpty()) {
            return;
        }
        String where = questions.stream()
                .map(question -> Escaped.of(question.address()))
                .collect(Collectors.joining(", "));
        page.blank().paragraph(Tone.PLAIN, "The run will ask at: ", where);
    }

    private static void foot(Page page, Plan plan, Optional<String> digest, Optional<String> next) {
        page.blank();
        boolean preview = !plan.seen().unreachable().isEmpty();
        if (preview && !plan.changesAnything()) {
            page.line("Nothing to change in what could be planned.");
        } else if (!plan.changesAnything()) {
            page.line(Tone.GOOD, unchanged(plan));
            notAsked(page, plan);
        } else {
            new PlanEnd(page).add(plan);
        }
        page.line("Nothing was written.");
        digest.ifPresent(sum -> page.line("Digest " + sum));
        next.ifPresent(command -> page.line("next:  " + command));
    }

    private static void notAsked(Page page, Plan plan) {
        plan.steps()
                .forEach(step -> step.confirm()
                        .ifPresent(question -> page.paragraph(
                                Tone.STRONG,
                                "",
                                QuestionReport.notAsked(Escaped.of(step.address() + "  " + question)))));
    }

    private static String unchanged(Plan plan) {
        if (plan.made().undoes().isPresent()) {
            boolean stays =
                    plan.phases().stream().anyMatch(phase -> !phase.notes().isEmpty());
            return "Nothing is left to walk back" + (stays ? "; what stays is listed above." : ".");
        }
        long open = states(plan, "waiting");
        if (open > 0) {
            return "Nothing to change, but " + Counted.of(open, "step") + (open == 1 ? " is" : " are")
                    + " not ready yet: a run waits.";
        }
        long overruled = states(plan, "overruled");
        return overruled == 0
                ? "Nothing to do: everything is as it should be."
                : "Nothing that a write would change, but " + Counted.of(overruled, "step")
                        + (overruled == 1 ? " is" : " are") + " not as the playbook says: see the warnings.";
    }

    private static long states(Plan plan, String state) {
        return plan.seen().ready().values().stream()
                .filter(seen -> seen.startsWith(state))
                .count();
    }
}
