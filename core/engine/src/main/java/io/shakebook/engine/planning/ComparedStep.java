// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.drift.StepDrift;
import io.shakebook.engine.plan.PlannedStep;
import java.util.Map;
import java.util.Optional;

/**
 * What comparing one step gave.
 *
 * @param bound the step with its arguments and outputs; empty if they could not be bound
 * @param unreachable why, by cluster
 */
record ComparedStep(StepDrift found, Optional<PlannedStep> bound, Map<String, String> unreachable) {
    ComparedStep {
        unreachable = Map.copyOf(unreachable);
    }
}
