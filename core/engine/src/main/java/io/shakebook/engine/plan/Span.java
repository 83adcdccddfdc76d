// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which phases of a plan a run walks. It belongs to the run and not to the plan, whose digest stays.
 *
 * @param until the phase after which the run ends: what does not come before it is not begun
 * @param from the phase at which the run begins: what comes before it must have no change and is not waited for
 */
public record Span(Optional<String> until, Optional<String> from) {
    public static final Span WHOLE = new Span(Optional.empty(), Optional.empty());

    public Span {
        requireNonNull(until, "until");
        requireNonNull(from, "from");
    }

    /** Phases that are walked. */
    public Set<String> walked(Plan plan) {
        return until.map(phase -> withAllBefore(plan, named(plan, phase)))
                .orElseGet(
                        () -> plan.phases().stream().map(PlannedPhase::address).collect(Collectors.toSet()));
    }

    /** Phases that come before the one at which the run begins. */
    public Set<String> passedBy(Plan plan) {
        if (from.isEmpty()) {
            return Set.of();
        }
        Set<String> named = named(plan, from.get());
        Set<String> before = withAllBefore(plan, named);
        before.removeAll(named);
        return before;
    }

    /** Steps that change something before the phase at which the run begins: with any, it must not begin there. */
    public List<PlannedStep> inTheWay(Plan plan) {
        Set<String> before = passedBy(plan);
        return plan.steps().stream()
                .filter(step -> before.contains(step.phase()) && step.changesAnything())
                .toList();
    }

    /** The phases of that name; a phase with an import stands for its inner ones. Empty if there is none. */
    public static Set<String> named(Plan plan, String name) {
        return plan.phases().stream()
                .map(PlannedPhase::address)
                .filter(address -> address.equals(name) || address.startsWith(name + "/"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> withAllBefore(Plan plan, Set<String> phases) {
        Set<String> all = new LinkedHashSet<>(phases);
        Deque<String> open = new ArrayDeque<>(phases);
        while (!open.isEmpty()) {
            String phase = open.pop();
            plan.phases().stream()
                    .filter(planned -> planned.address().equals(phase))
                    .flatMap(planned -> planned.needs().stream())
                    .filter(all::add)
                    .forEach(open::push);
        }
        return all;
    }
}
