// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Change;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.Verdict;
import java.time.Duration;

/**
 * Carries out one step of a way back. Its module is not asked: it knows what it wants, and not what was there before. The
 * step is ready when its objects are as the plan says, see {@link AsWritten}.
 */
final class BackRunner implements StepWork {
    private final ChangeApplier applier;
    private final Waiter waiter;
    private final AsWritten asWritten;

    BackRunner(RunPorts ports, ChangeApplier applier, RunDesk desk) {
        this.applier = applier;
        this.waiter = new Waiter(ports.clusters(), desk);
        this.asWritten = new AsWritten(ports.staleCheck(), ports.formats());
    }

    @Override
    public Verdict carryOut(PlannedStep step) throws StepFailure, InterruptedException {
        if (step.changes().size() > 1) {
            applier.rehearse(step);
        }
        for (Change change : step.changes()) {
            applier.apply(step, change);
        }
        return waiter.await(step, world -> asWritten.verdict(step, world), Duration.ZERO);
    }
}
