// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.PlannedOutput;
import io.shakebook.spi.value.OutputRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Outputs of the steps planned so far, for binding the arguments of those that refer to them. */
final class PlannedOutputs implements Outputs {
    private final Map<StepAddress, Map<String, PlannedOutput>> known = new ConcurrentHashMap<>();

    void add(StepAddress step, Map<String, PlannedOutput> outputs) {
        known.put(step, outputs);
    }

    @Override
    public Optional<Object> known(StepAddress step, String output) {
        return find(step, output)
                .filter(PlannedOutput.Known.class::isInstance)
                .map(value -> ((PlannedOutput.Known) value).value());
    }

    @Override
    public OutputRef pending(StepAddress step, String output) {
        return new OutputRef(
                step.toString(),
                output,
                find(step, output).map(PlannedOutputs::bound).orElse(""));
    }

    private Optional<PlannedOutput> find(StepAddress step, String output) {
        return Optional.ofNullable(known.getOrDefault(step, Map.of()).get(output));
    }

    private static String bound(PlannedOutput output) {
        if (output instanceof PlannedOutput.Field field) {
            return field.bound().words();
        }
        if (output instanceof PlannedOutput.Joined joined) {
            List<PlannedOutput> parts = joined.parts();
            return parts.stream()
                    .map(part -> part instanceof PlannedOutput.Known known
                            ? String.valueOf(known.value())
                            : "<" + bound(part) + ">")
                    .collect(Collectors.joining());
        }
        return output instanceof PlannedOutput.DigestOf ? "a digest" : "";
    }
}
