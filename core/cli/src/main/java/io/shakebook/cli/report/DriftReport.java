// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.report.StepBlock.ChangeBlock;
import io.shakebook.cli.report.StepBlock.Sign;
import io.shakebook.engine.drift.Drift;
import io.shakebook.engine.drift.ObjectDrift;
import io.shakebook.engine.drift.Standing;
import io.shakebook.engine.drift.StepDrift;
import io.shakebook.spi.kube.ObjectRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is not as the playbook says, as text: field by field, with who wrote it and when. */
public final class DriftReport {
    private final Screen screen;

    public DriftReport(Screen screen) {
        this.screen = screen;
    }

    /** @param next the command that comes next; empty if there is none */
    public String text(Drift drift, Optional<String> next) {
        Page page = new Page(screen);
        new PlanHead(page).addAll("Drift", drift.made());
        alarms(page, drift);
        Values values = new Values(drift.made().secrets());
        Map<String, List<StepBlock>> phases = new LinkedHashMap<>();
        for (StepDrift step : drift.steps()) {
            block(step, values)
                    .ifPresent(block -> phases.computeIfAbsent(step.address().phase(), none -> new ArrayList<>())
                            .add(block));
        }
        page.blank();
        phases.forEach((phase, blocks) -> {
            page.line(Tone.STRONG, Escaped.of(phase));
            PhaseLines lines = new PhaseLines(page);
            BlockGroup.of(blocks).forEach(lines::add);
        });
        foot(page, drift, next);
        return page.toString();
    }

    private static void alarms(Page page, Drift drift) {
        if (!drift.unreachable().isEmpty()
                || !drift.unread().isEmpty()
                || !drift.warnings().isEmpty()) {
            page.blank();
        }
        drift.unreachable()
                .forEach((cluster, why) -> page.paragraph(
                        Tone.DANGER,
                        "! ",
                        Escaped.of(cluster + " gave no usable answer: " + why) + ". This is a report of the rest."));
        drift.unread()
                .forEach(part -> page.paragraph(
                        Tone.DANGER,
                        "! ",
                        Escaped.of("facts of " + part.part() + " cannot be read: " + part.why())
                                + ". The steps that are made from them are not compared."));
        drift.warnings().forEach(warning -> page.paragraph(Tone.CHANGE, "! warning: ", Escaped.of(warning)));
    }

    /** Empty for a step of which there is nothing to say. */
    private static Optional<StepBlock> block(StepDrift step, Values values) {
        List<ChangeBlock> objects =
                step.objects().stream().map(object -> block(object, values)).toList();
        String words = Escaped.of(step.words());
        return switch (step.standing()) {
            case HOLDS ->
                objects.isEmpty() && !step.gate()
                        ? Optional.empty()
                        : Optional.of(block(step, Sign.NOTHING, "holds: " + words, objects));
            case DIFFERS -> Optional.of(block(step, objects.get(0).sign(), "", objects));
            case NOT_READY ->
                Optional.of(
                        block(step, Sign.ALARM, (step.gate() ? "does not hold: " : "not ready: ") + words, List.of()));
            case REFUSED -> Optional.of(block(step, Sign.ALARM, "cannot be so: " + words, List.of()));
            case UNKNOWN -> Optional.of(block(step, Sign.ASK, "not known: " + words, List.of()));
            case QUESTION -> Optional.empty();
        };
    }

    private static StepBlock block(StepDrift step, Sign sign, String state, List<ChangeBlock> objects) {
        return new StepBlock(step.address(), sign, step.cluster(), state, objects);
    }

    private static ChangeBlock block(ObjectDrift object, Values values) {
        ObjectRef ref = object.object();
        String name = ref.namespace().isEmpty() ? ref.name() : ref.namespace() + "/" + ref.name();
        return new ChangeBlock(
                DriftRows.sign(object.problem()),
                Escaped.of(ref.kind().name()),
                Escaped.of(name),
                DriftRows.of(object, values));
    }

    private static void foot(Page page, Drift drift, Optional<String> next) {
        boolean whole = drift.unread().isEmpty() && drift.count(Standing.UNKNOWN) == 0;
        if (!drift.differs() && whole) {
            page.line(Tone.GOOD, "No drift: everything is as the playbook says.");
        } else {
            page.blank();
            if (drift.count(Standing.DIFFERS) > 0) {
                page.paragraph(Tone.PLAIN, "", "Left of -> stands what was found, right of it what the playbook says.");
            }
            page.paragraph(Tone.STRONG, "", counts(drift));
        }
        page.line("Nothing was written, and no dry run was sent.");
        next.ifPresent(command -> page.line("next:  " + command));
    }

    /** {@code 13 steps compared: 11 as the playbook says, 1 differs, 1 not ready.} */
    private static String counts(Drift drift) {
        List<String> parts = new ArrayList<>();
        add(parts, drift.count(Standing.HOLDS), "as the playbook says");
        add(parts, drift.count(Standing.DIFFERS), drift.count(Standing.DIFFERS) == 1 ? "differs" : "differ");
        add(parts, drift.count(Standing.NOT_READY), "not ready");
        add(parts, drift.count(Standing.REFUSED), "that cannot be so");
        add(parts, drift.count(Standing.UNKNOWN), "not known");
        long all = drift.steps().size() - drift.count(Standing.QUESTION);
        return Counted.of(all, "step") + ": " + (parts.isEmpty() ? "nothing was compared" : String.join(", ", parts))
                + ".";
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
