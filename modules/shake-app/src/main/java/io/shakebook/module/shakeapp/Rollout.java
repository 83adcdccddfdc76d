// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.Verdict;
import io.shakebook.spi.kube.Conditions;
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
        String shown = new Workload(deployment).shown();
        if (deployment.terminating()) {
            return waiting(shown + " is being deleted");
        }
        if (number("status", "observedGeneration") < number("metadata", "generation")) {
            return waiting("the cluster has not taken up the change of " + shown);
        }
        Conditions conditions = Conditions.of(deployment);
        if (conditions.isTrue("ReplicaFailure")) {
            return waiting("no pod can be made: " + conditions.field("ReplicaFailure", "message"));
        }
        int replicas = new Workload(deployment).replicas();
        return replicas == 1
                ? Optional.empty()
                : waiting(shown + " wants " + replicas + " pods where it should want 1");
    }

    /** Whether the cluster gave up waiting for the pod. */
    boolean gaveUp() {
        return Conditions.of(deployment).field("Progressing", "reason").equals("ProgressDeadlineExceeded");
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
