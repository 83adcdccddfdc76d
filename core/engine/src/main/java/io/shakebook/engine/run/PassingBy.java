// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.Verdict;
import java.util.Optional;
import java.util.Set;

/**
 * Does not wait for steps before the phase at which a run begins: nothing of them changes. Gates are measured all the
 * same, since they are there to hold a run up.
 */
record PassingBy(Set<String> phases, Catalog catalog, StepWork work) implements StepWork {
    @Override
    public Verdict carryOut(PlannedStep step) throws StepFailure, InterruptedException {
        return phases.contains(step.phase()) && !step.changesAnything() && !gate(step)
                ? Verdict.ready("not looked at: the run begins behind it")
                : work.carryOut(step);
    }

    private boolean gate(PlannedStep step) {
        return Optional.ofNullable(catalog.modules().get(step.module()))
                .filter(module -> module.spec().gate())
                .isPresent();
    }
}
