// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.change.Change;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.plan.PlannedStep;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges the order of writes by the plan alone: what a step needs, and all of the phases before, is written first. */
final class StepOrder {
    private final Plan plan;
    private final Map<String, PlannedPhase> phases;

    StepOrder(Plan plan) {
        this.plan = plan;
        this.phases = plan.phases().stream().collect(Collectors.toMap(PlannedPhase::address, phase -> phase));
    }

    /** What {@link #check} knows a write by, from the path of its request. */
    static String object(String cluster, String path) {
        return cluster + " " + path.replaceAll("\\?.*", "").replaceAll(".*/namespaces/", "");
    }

    /** @param objects that were written, in their order */
    void check(String where, List<String> objects) {
        for (PlannedStep step : plan.steps()) {
            for (Change change : step.changes()) {
                int at = objects.indexOf(object(change));
                before(step).stream()
                        .flatMap(earlier -> earlier.changes().stream())
                        .forEach(earlier -> assertThat(objects.indexOf(object(earlier)))
                                .as(where + ": " + object(earlier) + " before " + object(change))
                                .isBetween(0, at));
            }
        }
    }

    private static String object(Change change) {
        var object = change.target().object();
        return change.target().cluster() + " " + object.namespace() + "/"
                + object.kind().name().toLowerCase(Locale.ROOT) + "s/" + object.name();
    }

    private Set<PlannedStep> before(PlannedStep step) {
        Set<PlannedStep> found = new HashSet<>();
        Deque<StepAddress> open = new ArrayDeque<>(step.needs());
        while (!open.isEmpty()) {
            PlannedStep needed = plan.step(open.pop()).orElseThrow();
            if (found.add(needed)) {
                open.addAll(needed.needs());
            }
        }
        Set<String> earlier = phasesBefore(step.phase());
        plan.steps().stream().filter(one -> earlier.contains(one.phase())).forEach(found::add);
        return found;
    }

    private Set<String> phasesBefore(String phase) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(phases.get(phase).needs());
        while (!open.isEmpty()) {
            String needed = open.pop();
            if (found.add(needed)) {
                open.addAll(phases.get(needed).needs());
            }
        }
        return found;
    }
}
