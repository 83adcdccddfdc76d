// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.change.Inverse;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import java.util.List;

/** Says in a plan what becomes of a phase that fails and is to be walked back. */
final class WalkBackWords {
    private WalkBackWords() {}

    static String of(Plan plan, PlannedPhase phase) {
        List<String> stays = plan.stepsOf(phase.address()).stream()
                .flatMap(step -> step.changes().stream())
                .filter(change -> change.inverse() instanceof Inverse.Impossible)
                .map(change -> change.target().object().shown())
                .toList();
        String but = stays.isEmpty() ? "" : ", but not " + Escaped.of(CompactList.of(stays)) + ": no way back";
        return "if this phase fails, its changes are walked back, the last first" + but;
    }
}
