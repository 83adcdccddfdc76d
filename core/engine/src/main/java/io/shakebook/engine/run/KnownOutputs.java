// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedOutput;
import io.shakebook.spi.value.OutputRef;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Values of outputs: those that the plan knew, and those that became known by writing. */
final class KnownOutputs {
    private final Map<String, Object> values = new ConcurrentHashMap<>();

    KnownOutputs(Plan plan) {
        plan.steps()
                .forEach(step -> step.outputs().forEach((name, output) -> {
                    if (output instanceof PlannedOutput.Known known) {
                        add(step.address(), name, known.value());
                    }
                }));
    }

    void add(StepAddress step, String output, Object value) {
        values.put(step + "." + output, value);
    }

    Optional<Object> value(OutputRef ref) {
        return Optional.ofNullable(values.get(ref.toString()));
    }

    boolean knows(StepAddress step, String output) {
        return values.containsKey(step + "." + output);
    }
}
