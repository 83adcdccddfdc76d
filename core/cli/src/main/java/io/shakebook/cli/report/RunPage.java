// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.KeptRun;
import io.shakebook.engine.event.Journal;
import io.shakebook.engine.event.RunEvent.RunStarted;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.plan.PlannedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The report about a run for those who were not there: planned, approved, done when, measured, failed, interrupted. */
public final class RunPage {
    private static final Screen SCREEN = new Screen(100, false);
    private final UnaryOperator<String> resume;

    /** @param resume from a run's id to the command that goes on with it */
    public RunPage(UnaryOperator<String> resume) {
        this.resume = resume;
    }

    /** A part of the report. @param lines wrapped and escaped, each ends with a line break */
    private record Section(String title, String lines) {}

    public String text(KeptRun run, Screen screen) {
        Page page = new Page(screen);
        page.line(Tone.STRONG, title(run));
        StringBuilder all = new StringBuilder(page.toString());
        for (Section section : sections(run, screen)) {
            Page heading = new Page(screen);
            heading.blank().line(Tone.STRONG, section.title());
            all.append(heading).append(section.lines());
        }
        RunWords.next(run, resume).ifPresent(next -> all.append('\n').append(next.line()));
        return all.toString();
    }

    public String markdown(KeptRun run) {
        StringBuilder all = new StringBuilder("### Run " + Code.inline(run.id()) + " of "
                + Code.inline(RunWords.playbook(run)) + ": " + Code.inline(RunWords.state(run)) + "\n");
        for (Section section : sections(run, SCREEN)) {
            all.append("\n#### ").append(section.title()).append("\n\n").append(Code.fenced("text", section.lines()));
        }
        RunWords.next(run, resume)
                .ifPresent(next -> all.append("\n")
                        .append(next.when())
                        .append(": ")
                        .append(Code.inline(next.command()))
                        .append('\n'));
        return all.toString();
    }

    private static String title(KeptRun run) {
        return "Run " + run.id() + " of " + Escaped.of(RunWords.playbook(run)) + ": " + Escaped.of(RunWords.state(run));
    }

    private static List<Section> sections(KeptRun run, Screen screen) {
        List<Section> sections = new ArrayList<>();
        run.damage().ifPresent(why -> sections.add(new Section("Damage", lines(screen, List.of(why)))));
        run.plan().ifPresent(plan -> sections.add(new Section("Planned", planned(run, plan, screen))));
        run.journal().ifPresent(journal -> {
            sections.add(new Section("What happened (UTC)", lines(screen, RunMoments.of(journal))));
            run.plan().ifPresent(plan -> {
                sections.add(new Section("Steps", steps(plan, journal, screen)));
                sections.add(new Section("Differences, as planned", differences(plan, screen)));
            });
        });
        return sections;
    }

    private static String planned(KeptRun run, Plan plan, Screen screen) {
        Page page = new Page(screen);
        new PlanHead(page).addAll("Plan", plan.made());
        page.paragraph(
                Tone.PLAIN,
                "made        ",
                Escaped.of(plan.seen().at() + " by " + plan.made().by()));
        run.history()
                .started()
                .map(RunStarted::digest)
                .ifPresent(digest -> page.line("digest      " + Escaped.of(digest)));
        page.paragraph(Tone.PLAIN, "counts      ", PlanTotals.counts(plan));
        return page.toString();
    }

    private static String lines(Screen screen, List<String> all) {
        Page page = new Page(screen);
        all.forEach(line -> page.paragraph(Tone.PLAIN, "  ", Escaped.of(line)));
        return page.toString();
    }

    private static String steps(Plan plan, Journal journal, Screen screen) {
        Page page = new Page(screen);
        RunStory story = RunStory.of(journal);
        ChangeWords words = new ChangeWords(plan);
        for (PlannedStep step : plan.steps()) {
            if (step.confirm().isPresent()) {
                continue; // is told where it happened
            }
            story.of(step.address())
                    .ifPresentOrElse(
                            told -> step(page, step, told, words),
                            () -> page.line(
                                    "  --    " + Escaped.of(step.address().toString()) + "  not started"));
        }
        return page.toString();
    }

    private static void step(Page page, PlannedStep step, RunStory.Told told, ChangeWords words) {
        String sign = switch (told.state()) {
            case READY -> "  ok    ";
            case FAILED -> "  FAIL  ";
            case CUT_OFF -> "  ?     ";
        };
        String took = told.took().map(time -> ", took " + Durations.shown(time)).orElse("");
        page.paragraph(
                told.state() == RunStory.State.READY ? Tone.PLAIN : Tone.DANGER,
                sign,
                Escaped.of(step.address() + "  from " + RunWords.second(told.began()) + took
                        + (told.reason().isEmpty() ? "" : ": " + told.reason())));
        told.changes()
                .forEach((change, became) ->
                        page.paragraph(Tone.PLAIN, "          ", Escaped.of(words.object(change) + ": " + became)));
        if (!told.outputs().isEmpty()) {
            page.paragraph(
                    Tone.PLAIN,
                    "          gave  ",
                    Escaped.of(told.outputs().entrySet().stream()
                            .map(output -> output.getKey() + " = " + output.getValue())
                            .collect(Collectors.joining(", "))));
        }
        told.measures()
                .forEach(measure -> page.paragraph(
                        Tone.PLAIN, "          measured  ", Escaped.of(measure.name() + ": " + measure.value())));
        told.failure()
                .ifPresent(failure -> failure.details()
                        .forEach((name, value) -> page.paragraph(
                                Tone.DANGER, "          " + Escaped.of(name) + "  ", Escaped.of(value))));
    }

    private static String differences(Plan plan, Screen screen) {
        Page page = new Page(screen);
        PhaseLines lines = new PhaseLines(page);
        for (PlannedPhase phase : plan.phases()) {
            BlockGroup.of(new StepBlocks(plan).of(phase.address())).stream()
                    .filter(group -> !group.first().changes().isEmpty())
                    .forEach(lines::add);
        }
        String all = page.toString();
        return all.isEmpty() ? "  none\n" : all;
    }
}
