// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.Verdict;

/** Carries out one step of a module. */
interface StepWork {

    /**
     * Returns when the step is ready.
     *
     * @throws StepFailure if it cannot be; what was written stands
     * @throws InterruptedException if the run was asked to stop now; nothing is under way any more
     */
    Verdict carryOut(PlannedStep step) throws StepFailure, InterruptedException;
}
