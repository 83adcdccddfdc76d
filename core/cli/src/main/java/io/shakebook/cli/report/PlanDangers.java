// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Inverse;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.engine.run.Questions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reviewer must not miss, in the plan's order: points of no return, deletions, effects, what cannot be undone. */
final class PlanDangers {
    private static final String OWN_FAMILY = "own family";
    private final Map<String, List<String>> addresses = new LinkedHashMap<>();

    private PlanDangers() {}

    /** Where by what: the steps of a phase that have the same danger are named together. */
    static List<Row> of(Plan plan) {
        PlanDangers found = new PlanDangers();
        Questions.of(plan).stream()
                .filter(Questions.Question::pointOfNoReturn)
                .forEach(question -> found.add(question.address(), "point of no return: " + question.text()));
        plan.steps().forEach(found::addStep);
        return found.addresses.entrySet().stream()
                .map(danger -> new Row(
                        Tone.DANGER, Escaped.of(CompactList.of(danger.getValue())), Escaped.of(danger.getKey())))
                .toList();
    }

    private void addStep(PlannedStep step) {
        step.changes().forEach(change -> addChange(step.address().toString(), change));
    }

    private void addChange(String address, Change change) {
        String kind = change.target().object().kind().name();
        if (change.action() == Action.DELETE) {
            add(address, "deletes a " + kind);
        }
        if (change.action() == Action.REPLACE) {
            add(address, "deletes a " + kind + " and creates it again");
        }
        change.effects().forEach(effect -> add(address, effect));
        change.takes().stream()
                .filter(take -> !take.why().equals(OWN_FAMILY))
                .forEach(take -> add(address, "takes " + take.field() + " from " + take.from()));
        if (change.inverse() instanceof Inverse.Impossible none) {
            add(address, "no way back: " + none.why());
        }
    }

    private void add(String address, String what) {
        List<String> steps = addresses.computeIfAbsent(what, none -> new ArrayList<>());
        if (!steps.contains(address)) {
            steps.add(address);
        }
    }
}
