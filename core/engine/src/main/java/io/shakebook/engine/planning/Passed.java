// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Change;
import io.shakebook.engine.event.ChangeTrace;
import io.shakebook.engine.event.RunHistory;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.plan.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The points of no return that a run has passed, behind which it wrote or a person did something: what was done behind one is walked back
 * up to it, and what came before it stays.
 */
final class Passed {
    private final Map<String, String> stays = new LinkedHashMap<>();
    private final List<PlannedPhase> passed = new ArrayList<>();

    Passed(Plan done, RunHistory history) {
        for (PlannedPhase phase : done.phases()) {
            if (phase.pointOfNoReturn().isPresent() && begun(done, history, phase.address())) {
                new Span(Optional.of(phase.address()), Optional.empty())
                        .walked(done).stream()
                                .filter(before -> !before.equals(phase.address()))
                                .forEach(before -> stays.putIfAbsent(before, phase.address()));
                passed.add(phase);
            }
        }
    }

    List<PlannedPhase> passed() {
        return List.copyOf(passed);
    }

    boolean stays(String phase) {
        return stays.containsKey(phase);
    }

    /** The point of no return because of which a phase stays. */
    String at(String phase) {
        return stays.getOrDefault(phase, "");
    }

    /** A person who did something there has passed it, too. */
    private static boolean begun(Plan done, RunHistory history, String phase) {
        return wrote(done, history, phase)
                || done.stepsOf(phase).stream()
                        .anyMatch(step ->
                                history.confirmed().containsKey(step.address().toString()));
    }

    private static boolean wrote(Plan done, RunHistory history, String phase) {
        return done.stepsOf(phase).stream()
                .flatMap(step -> step.changes().stream())
                .map(Change::id)
                .map(id -> Optional.ofNullable(history.changes().get(id)))
                .anyMatch(trace -> trace.filter(ChangeTrace::sent).isPresent());
    }
}
