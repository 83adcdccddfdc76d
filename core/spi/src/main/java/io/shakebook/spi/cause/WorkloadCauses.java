// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.cause;

import io.shakebook.spi.kube.Conditions;
import io.shakebook.spi.kube.Workload;
import java.util.Optional;

/**
 * Why a Deployment or StatefulSet has no pod that could be judged, as it says itself.
 * Source: https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status
 */
public final class WorkloadCauses {
    private WorkloadCauses() {}

    /** Empty if its pods can be looked at. */
    public static Optional<Cause> of(Workload workload) {
        if (workload.manifest().terminating()) {
            return Optional.of(Cause.passing(workload.shown() + " is being deleted"));
        }
        long seen = workload.manifest().number("status", "observedGeneration").orElse(0L);
        long now = workload.manifest().number("metadata", "generation").orElse(0L);
        if (seen < now) {
            return Optional.of(Cause.passing("the cluster has not taken up the change of " + workload.shown()));
        }
        Conditions conditions = Conditions.of(workload.manifest());
        return conditions.isTrue("ReplicaFailure")
                ? Optional.of(Cause.passing("no pod can be made: " + conditions.field("ReplicaFailure", "message")))
                : Optional.empty();
    }

    /** Whether the cluster itself has given up waiting for the pods; it still starts them if they can be. */
    public static boolean gaveUp(Workload workload) {
        return Conditions.of(workload.manifest())
                .field("Progressing", "reason")
                .equals("ProgressDeadlineExceeded");
    }
}
