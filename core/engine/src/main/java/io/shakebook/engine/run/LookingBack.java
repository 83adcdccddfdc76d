// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.plan.PlannedStep;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What comes between a write without an answer and the look whether it happened: whoever watches the run hears why, for
 * a write may take its whole patience and so may the next one; then a pause, since a server that lost its store for a moment
 * carries out late what it began, and answers nothing until the store is back, and one that has too much to do wants rest.
 */
record LookingBack(Clusters clusters, RunDesk desk) {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    /** @param attempt the first is 1; each pause is twice the one before */
    void after(NoAnswer e, PlannedStep step, Change change, int attempt) throws InterruptedException {
        String object = change.target().object().shown();
        String why = e.perhapsDone()
                ? "no answer to the write of " + object + ", so it is read whether it happened: "
                : "the write of " + object + " was not begun, and is tried again: ";
        desk.recorder()
                .show(new RunEvent.StepWaiting(
                        step.address(), why + e.getMessage(), List.of(), Duration.ZERO, step.within()));
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (attempt - 1));
        desk.rest(() -> clusters.awaitChange(Set.of(), pause));
    }
}
