// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.event.ChangeTrace;
import io.shakebook.engine.event.RunEvent.Confirmed;
import io.shakebook.engine.event.RunHistory;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.plan.PlannedStep;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an earlier process did of this run, seen with the plan. A run that begins has done nothing. */
final class Earlier {
    private final Plan plan;
    private final RunHistory history;
    private final Set<StepAddress> builtOn;
    private final Set<String> overwritten;

    Earlier(Plan plan, RunHistory history) {
        this.plan = plan;
        this.history = history;
        this.overwritten = overwritten();
        this.builtOn = builtOn();
    }

    RunHistory history() {
        return history;
    }

    boolean ready(PlannedStep step) {
        return history.ready().contains(step.address());
    }

    /** Whether this output became known then. */
    boolean tells(StepAddress step, String output) {
        return history.outputs().stream()
                .anyMatch(known -> known.step().equals(step) && known.output().equals(output));
    }

    Optional<Confirmed> confirmed(String address) {
        return Optional.ofNullable(history.confirmed().get(address));
    }

    /** Whether a later step that rests on this one has begun to change something: what was measured has served then. */
    boolean builtOn(PlannedStep step) {
        return builtOn.contains(step.address());
    }

    /** Whether a later change of this run to the same object was sent, or may have been. */
    boolean overwritten(Change change) {
        return overwritten.contains(change.id());
    }

    /** Whether a change is over: nothing is to be sent for it any more. */
    boolean over(Change change) {
        return trace(change)
                .filter(trace -> trace.answered() && !halfway(change))
                .isPresent();
    }

    /** Whether something was sent for a change, or may have been, and more may be missing. */
    boolean begun(Change change) {
        return trace(change).filter(trace -> trace.open() || halfway(change)).isPresent();
    }

    /** Whether the delete of a replacement was announced and the create was not: the old object may be going. */
    boolean halfway(Change change) {
        return change.action() == Action.REPLACE
                && trace(change)
                        .filter(trace -> trace.intents().size() == 1 && !trace.found())
                        .isPresent();
    }

    /** What the object's uid was after the change; empty if it was not noted. */
    String uid(Change change) {
        return trace(change).map(ChangeTrace::uid).orElse("");
    }

    private Optional<ChangeTrace> trace(Change change) {
        return Optional.ofNullable(history.changes().get(change.id()));
    }

    private boolean sent(Change change) {
        return trace(change).filter(ChangeTrace::sent).isPresent();
    }

    private Set<String> overwritten() {
        Set<String> before = new HashSet<>();
        Map<String, Set<String>> seen = new HashMap<>();
        plan.changes().forEach(change -> {
            String object = change.target().cluster() + " " + change.target().object();
            Set<String> earlier = seen.computeIfAbsent(object, key -> new HashSet<>());
            if (trace(change).isPresent()) {
                before.addAll(earlier);
            }
            earlier.add(change.id());
        });
        return before;
    }

    private Set<StepAddress> builtOn() {
        Set<StepAddress> below = new HashSet<>();
        for (PlannedStep step : plan.steps()) {
            if (step.changes().stream().anyMatch(this::sent)) {
                addNeeds(step, below);
            }
        }
        return below;
    }

    private void addNeeds(PlannedStep step, Set<StepAddress> below) {
        Set<String> phases = new HashSet<>();
        addPhases(step.phase(), phases);
        Set<StepAddress> needs = plan.steps().stream()
                .map(PlannedStep::address)
                .filter(address -> phases.contains(address.phase()))
                .collect(Collectors.toSet());
        below.addAll(needs);
        addSteps(step.needs(), below);
    }

    private void addSteps(List<StepAddress> needs, Set<StepAddress> below) {
        for (StepAddress need : needs) {
            below.add(need);
            plan.step(need).ifPresent(step -> addSteps(step.needs(), below));
        }
    }

    private void addPhases(String phase, Set<String> below) {
        plan.phases().stream()
                .filter(planned -> planned.address().equals(phase))
                .map(PlannedPhase::needs)
                .flatMap(List::stream)
                .filter(below::add)
                .forEach(need -> addPhases(need, below));
    }
}
