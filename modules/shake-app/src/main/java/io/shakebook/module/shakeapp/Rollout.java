// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.Verdict;
import io.shakebook.spi.cause.Cause;
import io.shakebook.spi.cause.WorkloadCauses;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.Workload;
import java.util.Optional;

/**
 * What a Deployment says of its rollout.
 * Source: https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status
 */
record Rollout(Manifest deployment) {

    /** Why its pod cannot be judged yet; empty if it can. */
    Optional<Verdict> notBegun() {
        Workload workload = new Workload(deployment);
        Optional<Verdict> cause = WorkloadCauses.of(workload).map(Cause::verdict);
        if (cause.isPresent()) {
            return cause;
        }
        Optional<Verdict> scaledAway = new ScaledAway(deployment).verdict();
        if (scaledAway.isPresent()) {
            return scaledAway;
        }
        int replicas = workload.replicas();
        return replicas == 1
                ? Optional.empty()
                : waiting(workload.shown() + " wants " + replicas + " pods where it should want 1");
    }

    /** Why it is not rolled out although its pod is up; empty if it is. */
    Optional<Verdict> notComplete() {
        long replicas = number("status", "replicas");
        if (number("status", "updatedReplicas") != 1 || replicas != 1) {
            return waiting("the new pod has not taken the place of the old one");
        }
        return number("status", "readyReplicas") == 1 ? Optional.empty() : waiting("0 of 1 pods are ready");
    }

    private long number(String... path) {
        return deployment.number(path).orElse(0L);
    }

    private static Optional<Verdict> waiting(String reason) {
        return Optional.of(Verdict.waiting(reason));
    }
}
