// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.expression.Value;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.playbook.Phase;
import io.shakebook.engine.playbook.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A step after its loop and its condition.
 *
 * @param keys of all rows, also of those that are left out; one empty key without a loop; none if they are not known
 * @param instances what is to be planned
 * @param notes why something is not
 */
record ExpandedStep(Step step, Phase phase, Set<String> keys, List<Instance> instances, List<String> notes) {

    /** The name that a loop gives to one of its rows. */
    record Loop(String variable, Value row) {}

    /** One run of the step. @param trace what was looked at while it was expanded */
    record Instance(StepAddress address, Optional<Loop> loop, ScopeTrace trace) {}

    /** A step whose rows are not known, because a cluster did not answer. @param all stands for all its runs */
    static ExpandedStep withoutRows(Step step, Phase phase, Instance all) {
        return new ExpandedStep(step, phase, Set.of(), List.of(all), List.of());
    }

    ExpandedStep {
        instances = List.copyOf(instances);
        notes = List.copyOf(notes);
    }

    Optional<Instance> instance(String key) {
        return instances.stream().filter(one -> one.address().key().equals(key)).findFirst();
    }
}
