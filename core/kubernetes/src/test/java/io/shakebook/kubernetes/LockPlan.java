// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Check;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.Inverse;
import io.shakebook.engine.change.Target;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.LeaseName;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.engine.plan.Seen;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan with one lock that writes one object. */
final class LockPlan {

    private LockPlan() {}

    static Plan of(LeaseName lock, ObjectRef object) {
        Made made = new Made(
                "test",
                new Made.Playbook("p", "p.yaml", "files"),
                new Made.Inventory("i", "i", "files"),
                Map.of(),
                Map.of(ClusterPortsContract.CLUSTER, new Made.Cluster("id", "", List.of(lock), false)),
                Map.of(),
                List.of(),
                Map.of());
        Change change = new Change(
                "c1",
                Action.UPDATE,
                new Target(ClusterPortsContract.CLUSTER, object, Optional.empty()),
                Optional.of(Manifest.of(object, Map.of())),
                false,
                Diff.EMPTY,
                Check.BY_SERVER,
                List.of(),
                List.of(),
                new Inverse.Impossible("a test"));
        PlannedStep step = new PlannedStep(
                StepAddress.parse("one/a"),
                "thing",
                Optional.empty(),
                ClusterPortsContract.CLUSTER,
                object.namespace(),
                "p.yaml:1:1",
                List.of(),
                Duration.ofSeconds(2),
                Duration.ZERO,
                List.of(),
                Map.of(),
                List.of(change),
                Map.of());
        return new Plan(
                made, List.of(), List.of(), List.of(step), new Seen("", Map.of(), Map.of(), Map.of(), List.of(), Map.of()));
    }
}
