// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.plan.PlannedStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stays when a run is taken back, and why, by phase. */
final class UndoNotes {
    private final Map<String, List<String>> notes = new LinkedHashMap<>();

    void add(PlannedStep step, String why) {
        notes.computeIfAbsent(step.phase(), none -> new ArrayList<>())
                .add(step.address().local() + ": " + why);
    }

    /** What a person took into account there is not taken back with the objects. */
    void passed(PlannedPhase phase) {
        notes.computeIfAbsent(phase.address(), none -> new ArrayList<>())
                .add("the point of no return was passed, and what came of it stays: "
                        + phase.pointOfNoReturn().orElse(""));
    }

    List<String> of(String phase) {
        return notes.getOrDefault(phase, List.of());
    }
}
