// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.run.Questions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A plan as Markdown for the comment of a merge request: danger first and repeated last, each step folded up. Whatever
 * comes from files and clusters stands in code, so that no name can become a link, a mention or a heading.
 */
public final class PlanMarkdown {
    /** GitHub and GitLab refuse or cut a longer one. */
    public static final int LONGEST_COMMENT = 65_000;

    private static final Screen SCREEN = new Screen(100, false);
    private static final String LEFT_OUT =
            "**%s not shown, since a comment can be no longer.** All of them:" + " `shakebook show FILE`\n\n";
    private final int longest;

    /** @param longest most characters; what would not fit is left out, and said so */
    public PlanMarkdown(int longest) {
        this.longest = longest;
    }

    /** @param digest and @param next as of {@link PlanReport#text} */
    public String text(Plan plan, Optional<String> digest, Optional<String> next) {
        String head = head(plan, digest);
        String foot = foot(plan, digest, next);
        int room = longest - head.length() - foot.length() - LEFT_OUT.length() - 10;
        StringBuilder body = new StringBuilder();
        int leftOut = 0;
        for (PlannedPhase phase : plan.phases()) {
            String title = title(phase);
            for (String step : steps(plan, phase)) {
                if (leftOut > 0 || body.length() + title.length() + step.length() > room) {
                    leftOut++;
                } else {
                    body.append(title).append(step);
                    title = "";
                }
            }
        }
        return head
                + body
                + (leftOut == 0
                        ? ""
                        : LEFT_OUT.formatted(Counted.of(leftOut, "step") + (leftOut == 1 ? " is" : " are")))
                + foot;
    }

    private String head(Plan plan, Optional<String> digest) {
        StringBuilder head = new StringBuilder("### Plan ")
                .append(Code.inline(plan.made().playbook().name()))
                .append(": ")
                .append(plan.changesAnything() ? PlanTotals.counts(plan) : "nothing to change")
                .append("\n\n");
        plan.seen()
                .unreachable()
                .forEach((cluster, why) -> head.append("**")
                        .append(Code.inline(cluster))
                        .append(" cannot be reached: this is a preview of the rest, and cannot be run.** ")
                        .append(Code.inline(why))
                        .append("\n\n"));
        RevisionWords.uncommitted(plan.made())
                .ifPresent(words ->
                        head.append("- :warning: ").append(Code.inline(words)).append("\n\n"));
        head.append(dangers(plan));
        Page page = new Page(SCREEN);
        new PlanHead(page).add(plan);
        String about = page
                + plan.seen().warnings().stream()
                        .map(warning -> "warning     " + Escaped.of(warning) + "\n")
                        .collect(Collectors.joining());
        digest.ifPresent(sum -> head.append("Digest ").append(Code.inline(sum)).append("\n\n"));
        return head.append(folded("what it was made from", "text", about)).toString();
    }

    /** Never more than a third of the comment: so many dangers are no plan to approve from a comment. */
    private String dangers(Plan plan) {
        StringBuilder list = new StringBuilder();
        List<Row> dangers = PlanDangers.of(plan);
        for (int at = 0; at < dangers.size(); at++) {
            Row danger = dangers.get(at);
            String line = "- :warning: " + Code.inline(danger.label()) + " " + Code.inline(danger.words()) + "\n";
            if (list.length() + line.length() > longest / 3) {
                list.append("- :warning: **and ")
                        .append(dangers.size() - at)
                        .append(" more dangers: do not approve this plan from a comment**\n");
                break;
            }
            list.append(line);
        }
        return list.length() == 0 ? "" : list.append('\n').toString();
    }

    private static String title(PlannedPhase phase) {
        String point = phase.pointOfNoReturn().isPresent() ? " (point of no return)" : "";
        return "#### " + Code.inline(phase.address()) + point + "\n\n";
    }

    private static List<String> steps(Plan plan, PlannedPhase phase) {
        List<String> steps = new ArrayList<>();
        Page calm = new Page(SCREEN);
        PlanReport.notes(calm, phase.notes());
        PhaseLines calmLines = new PhaseLines(calm);
        for (BlockGroup group : BlockGroup.of(new StepBlocks(plan).of(phase.address()))) {
            if (group.first().changes().isEmpty()) {
                calmLines.add(group);
                continue;
            }
            Page page = new Page(SCREEN);
            new PhaseLines(page).add(group);
            steps.add(folded(summary(group), "diff", outdented(page.toString())));
        }
        String others = calm.toString();
        if (!others.isEmpty()) {
            steps.add(Code.fenced("text", outdented(others)) + "\n");
        }
        return steps;
    }

    private static String summary(BlockGroup group) {
        StepBlock first = group.first();
        String more =
                group.members().size() == 1 ? "" : " and " + (group.members().size() - 1) + " alike";
        return first.sign().sign + " " + first.address().local() + more + ": "
                + first.changes().stream().map(change -> change.title()).collect(Collectors.joining(", "))
                + " on " + first.cluster();
    }

    private static String outdented(String lines) {
        return lines.lines().map(line -> line.replaceFirst("^  ", "")).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Blank lines around what is Markdown again: an element of HTML ends with one. */
    private static String folded(String summary, String language, String lines) {
        return "<details><summary>" + Code.html(summary) + "</summary>\n\n" + Code.fenced(language, lines)
                + "\n</details>\n\n";
    }

    private String foot(Plan plan, Optional<String> digest, Optional<String> next) {
        StringBuilder foot = new StringBuilder();
        String asked = Questions.of(plan).stream()
                .map(question -> Code.inline(question.address()))
                .collect(Collectors.joining(", "));
        if (!asked.isEmpty()) {
            foot.append("The run will ask at: ").append(asked).append("\n\n");
        }
        foot.append(dangers(plan));
        if (plan.changesAnything() && plan.seen().unreachable().isEmpty()) {
            foot.append(PlanTotals.counts(plan)).append(' ').append(Code.inline(PlanTotals.wayBack(plan)));
            PlanCovers.of(plan)
                    .forEach(covered -> foot.append("\n\nApproving covers ").append(Code.inline(covered)));
            foot.append("\n\n");
        }
        foot.append("Nothing was written.");
        digest.ifPresent(sum -> foot.append(" Digest ").append(Code.inline(sum)));
        next.ifPresent(command -> foot.append("\n\nnext: ").append(Code.inline(command)));
        return foot.append('\n').toString();
    }
}
