// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.change.Change;
import io.shakebook.engine.graph.StepAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is reviewed and applied. Steps stand in an order in which they could be carried out one by one; phases too.
 *
 * @param seen outside of the digest
 */
public record Plan(Made made, List<FactRecord> facts, List<PlannedPhase> phases, List<PlannedStep> steps, Seen seen) {
    public Plan {
        requireNonNull(made, "made");
        facts = List.copyOf(facts);
        phases = List.copyOf(phases);
        steps = List.copyOf(steps);
        requireNonNull(seen, "seen");
    }

    /** The same, made from these states of the playbook and the inventory: they are found out beside everything else. */
    public Plan from(Made.Playbook playbook, Made.Inventory inventory) {
        return new Plan(made.from(playbook, inventory), facts, phases, steps, seen);
    }

    public Stream<Change> changes() {
        return steps.stream().flatMap(step -> step.changes().stream());
    }

    public boolean changesAnything() {
        return steps.stream().anyMatch(PlannedStep::changesAnything);
    }

    /** Steps of one phase, in order. */
    public List<PlannedStep> stepsOf(String phase) {
        return steps.stream().filter(step -> step.phase().equals(phase)).toList();
    }

    public Optional<PlannedStep> step(StepAddress address) {
        return steps.stream().filter(step -> step.address().equals(address)).findFirst();
    }
}
