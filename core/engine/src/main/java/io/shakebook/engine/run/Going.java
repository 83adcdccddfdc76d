// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Waits until an object that is being deleted is gone, as long as its step may wait. */
final class Going {
    private static final Duration NAP = Duration.ofSeconds(1);

    private final Clusters clusters;
    private final RunDesk desk;

    Going(Clusters clusters, RunDesk desk) {
        this.clusters = clusters;
        this.desk = desk;
    }

    /** @throws StepFailure if it does not go, or its cluster does not answer */
    void await(PlannedStep step, Change change) throws StepFailure, InterruptedException {
        ObjectRef object = change.target().object();
        String cluster = change.target().cluster();
        Clusters.Interest left = new Clusters.Interest(cluster, object.kind(), object.namespace());
        Elapsed elapsed = new Elapsed(desk.clock());
        while (true) {
            Duration rest = step.within().minus(elapsed.now());
            Optional<Manifest> live = live(step, change, rest);
            if (live.isEmpty()) {
                return;
            }
            if (elapsed.now().compareTo(step.within()) > 0) {
                throw new StepFailure("not-gone", "the old " + object.shown() + " is deleted but does not go")
                        .with("cause", Replacement.held(live))
                        .with("do", "find out what holds it, then plan again");
            }
            desk.rest(() -> clusters.awaitChange(Set.of(left), NAP));
        }
    }

    private Optional<Manifest> live(PlannedStep step, Change change, Duration rest) throws StepFailure {
        Duration atMost = rest.compareTo(Waiter.LAST_LOOK) > 0 ? rest : Waiter.LAST_LOOK;
        try {
            return clusters.view(change.target().cluster(), atMost)
                    .get(change.target().object());
        } catch (Unanswered e) {
            throw new ChangeFailures(step, change).unreachable(e);
        }
    }
}
