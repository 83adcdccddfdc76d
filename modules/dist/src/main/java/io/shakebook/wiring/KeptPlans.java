// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.engine.event.RunFolder;
import io.shakebook.engine.lock.PlansOfRuns;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlanFile;
import io.shakebook.engine.plan.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** The plans that lie beside the journals of runs. */
record KeptPlans(RunFolder folder) implements PlansOfRuns {

    @Override
    public Optional<Plan> planOf(String run) {
        try {
            return Optional.of(PlanFile.read(Files.readString(folder.planFile(run))));
        } catch (IOException | Unusable | IllegalArgumentException e) {
            return Optional.empty(); // the run was begun elsewhere, or by another version; whoever asks says so
        }
    }
}
