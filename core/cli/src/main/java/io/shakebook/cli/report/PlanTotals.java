// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Inverse;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.run.Questions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much a plan changes, and how far one can go back. */
final class PlanTotals {

    private PlanTotals() {}

    /** {@code 10 to create, 0 to change, 0 to delete.} What that means stands among the dangers. */
    static String counts(Plan plan) {
        Map<Action, Long> byAction =
                plan.changes().collect(Collectors.groupingBy(Change::action, Collectors.counting()));
        List<String> parts = new ArrayList<>();
        parts.add(byAction.getOrDefault(Action.CREATE, 0L) + " to create");
        parts.add(byAction.getOrDefault(Action.UPDATE, 0L) + " to change");
        parts.add(byAction.getOrDefault(Action.DELETE, 0L) + " to delete");
        addIfAny(parts, byAction, Action.ADOPT, " to adopt");
        addIfAny(parts, byAction, Action.REPLACE, " to delete and create again");
        return String.join(", ", parts) + ".";
    }

    private static void addIfAny(List<String> parts, Map<Action, Long> counts, Action action, String words) {
        if (counts.containsKey(action)) {
            parts.add(counts.get(action) + words);
        }
    }

    static String wayBack(Plan plan) {
        Optional<String> point = Questions.of(plan).stream()
                .filter(Questions.Question::pointOfNoReturn)
                .map(Questions.Question::address)
                .findFirst();
        long stuck = plan.changes()
                .filter(change -> change.inverse() instanceof Inverse.Impossible)
                .count();
        String objects = stuck == 0 ? "complete" : "complete but for " + Counted.of(stuck, "change");
        return "Way back: "
                + point.map(phase -> "until " + Escaped.of(phase) + ", " + objects + "; after it, none for data.")
                        .orElse(objects + ".");
    }
}
