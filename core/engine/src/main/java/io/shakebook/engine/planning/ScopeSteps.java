// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.RecordValues;
import io.shakebook.engine.expression.Type;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.graph.StepAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The steps of one file, as expressions see them. */
final class ScopeSteps {
    private final Map<String, ExpandedStep> steps = new HashMap<>();
    private final Map<String, Type> types;

    /** @param types of the names that expressions of the file can start with */
    ScopeSteps(Map<String, Type> types) {
        this.types = types;
    }

    void add(ExpandedStep step) {
        steps.put(step.step().name(), step);
    }

    Optional<ExpandedStep> step(String name) {
        return Optional.ofNullable(steps.get(name));
    }

    /** @param outputs empty while nothing is planned: every output is unknown then */
    Value.Members members(ScopeTrace trace, Optional<Outputs> outputs) {
        return name -> {
            ExpandedStep step = steps.get(name);
            if (step == null) {
                return Value.FAULTY;
            }
            if (step.keys().isEmpty() && !step.instances().isEmpty()) {
                trace.addFactsOf(step.instances().get(0).trace());
                return new Value.Unknown(type(name));
            }
            return step.step().forEach().isPresent()
                    ? new Value.Table(step.keys(), key -> instance(step, key, trace, outputs))
                    : instance(step, "", trace, outputs);
        };
    }

    private Value instance(ExpandedStep step, String key, ScopeTrace trace, Optional<Outputs> outputs) {
        String shown = step.step().name() + (key.isEmpty() ? "" : "[" + key + "]");
        return step.instance(key)
                .<Value>map(one -> new Value.Struct(
                        output -> output(step.step().name(), one.address(), output, trace, outputs),
                        Optional.empty(),
                        key))
                .orElse(new Value.Absent("the step \"" + shown + "\" is left out by its \"when\""));
    }

    private Value output(String step, StepAddress address, String output, ScopeTrace trace, Optional<Outputs> outputs) {
        trace.steps().add(address);
        if (outputs.isEmpty()) {
            return new Value.Unknown(type(step, output));
        }
        return outputs.get()
                .known(address, output)
                .map(RecordValues::of)
                .orElseGet(() -> new Value.Pending(outputs.get().pending(address, output)));
    }

    private Type type(String step) {
        return types.get("steps") instanceof Type.Struct all ? all.of(step) : Type.Simple.ANY;
    }

    private Type type(String step, String output) {
        Type of = type(step);
        Type row = of instanceof Type.Rows rows ? rows.row() : of;
        return row instanceof Type.Struct struct ? struct.of(output) : Type.Simple.ANY;
    }
}
