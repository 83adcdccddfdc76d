// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A barrier: its steps start when all steps of the phases that it needs are ready.
 *
 * @param address path of phase names: {@code sync/expose}
 * @param needs addresses of phases; a phase with an import stands for its inner phases
 * @param pointOfNoReturn asked right before the phase if it changes anything
 */
public record PlannedPhase(
        String address, List<String> needs, OnFailure onFailure, Optional<String> pointOfNoReturn, List<String> notes) {
    public PlannedPhase {
        requireNonNull(address, "address");
        needs = List.copyOf(needs);
        requireNonNull(onFailure, "onFailure");
        requireNonNull(pointOfNoReturn, "pointOfNoReturn");
        notes = List.copyOf(notes);
    }
}
