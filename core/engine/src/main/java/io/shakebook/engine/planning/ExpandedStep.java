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
 * @param keys of all rows, also of those that are left out; one empty key without a loop
 * @param instances what is to be planned
 * @param notes why something is not
 */
record ExpandedStep(Step step, Phase phase, Set<String> keys, List<Instance> instances, List<String> notes) {

    /** The name that a loop gives to one of its rows. */
    record Loop(String variable, Value row) {}

    /** One run of the step. @param trace what was looked at while it was expanded */
    record Instance(StepAddress address, Optional<Loop> loop, ScopeTrace trace) {}

    ExpandedStep {
        instances = List.copyOf(instances);
        notes = List.copyOf(notes);
    }

    Optional<Instance> instance(String key) {
        return instances.stream().filter(one -> one.address().key().equals(key)).findFirst();
    }
}
