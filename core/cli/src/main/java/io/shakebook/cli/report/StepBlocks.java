// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.report.StepBlock.ChangeBlock;
import io.shakebook.cli.report.StepBlock.Sign;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.kube.ObjectRef;
import java.util.List;

/** Turns planned steps into blocks. */
final class StepBlocks {
    private static final String NOT_KNOWN = "not known: ";
    private final Plan plan;
    private final Values values;

    StepBlocks(Plan plan) {
        this.plan = plan;
        this.values = new Values(plan.made().secrets());
    }

    List<StepBlock> of(String phase) {
        return plan.stepsOf(phase).stream().map(this::block).toList();
    }

    private StepBlock block(PlannedStep step) {
        String seen = plan.seen().ready().getOrDefault(step.address().toString(), "");
        if (seen.startsWith(NOT_KNOWN)) {
            return new StepBlock(step.address(), Sign.NOT_KNOWN, step.cluster(), Escaped.of(seen), List.of());
        }
        if (step.confirm().isPresent()) {
            return new StepBlock(
                    step.address(),
                    Sign.ASK,
                    step.cluster(),
                    asks(Escaped.of(step.confirm().get())),
                    List.of());
        }
        if (!step.changesAnything()) {
            return new StepBlock(step.address(), Sign.NOTHING, step.cluster(), state(seen), List.of());
        }
        List<ChangeBlock> changes = step.changes().stream().map(this::block).toList();
        return new StepBlock(step.address(), changes.get(0).sign(), step.cluster(), "", changes);
    }

    private String asks(String question) {
        return plan.changesAnything() ? "asks: " + question : QuestionReport.notAsked(question);
    }

    private ChangeBlock block(Change change) {
        ObjectRef object = change.target().object();
        String name = object.namespace().isEmpty() ? object.name() : object.namespace() + "/" + object.name();
        return new ChangeBlock(
                Sign.of(change.action()),
                Escaped.of(object.kind().name()),
                Escaped.of(name),
                ChangeRows.of(change, values, plan.seen()));
    }

    private static String state(String seen) {
        String why = Escaped.of(seen.contains(": ") ? seen.substring(seen.indexOf(": ") + 2) : seen);
        if (seen.startsWith("ready")) {
            return "holds now: " + why;
        }
        if (seen.startsWith("waiting")) {
            return "does not hold yet: " + why;
        }
        if (seen.startsWith("overruled")) {
            return "is not as the playbook says: " + why;
        }
        return seen.isEmpty() ? "nothing to change" : "nothing to change; measured " + Escaped.of(seen);
    }
}
