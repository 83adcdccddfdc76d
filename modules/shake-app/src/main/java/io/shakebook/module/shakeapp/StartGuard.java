// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.World;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.kube.Pod;
import io.shakebook.spi.kube.Workload;
import io.shakebook.spi.kube.WorkloadKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a shake may be started: no pod of it may be left, or two would copy at once. The strategy Recreate guards
 * changes of the pod template only; scaled from 0 to 1, a Deployment starts a pod beside one that still terminates.
 */
record StartGuard(ShakeAppArgs args, World world) {

    Verdict verdict() throws Unanswered {
        Optional<Workload> live = world.here()
                .get(new ShakeDeployment(args, world.namespace()).ref())
                .filter(deployment -> !deployment.terminating())
                .map(Workload::new);
        if (live.isPresent() && live.get().replicas() > 0) {
            return Verdict.ready("the Deployment itself replaces its pod");
        }
        List<Pod> pods = world.here().list(Kind.POD, world.namespace(), Map.of()).stream()
                .map(Pod::new)
                .filter(pod -> !pod.ended() && isOurs(pod, live))
                .toList();
        Optional<String> orphan = live.isPresent() ? Optional.empty() : orphan(pods);
        if (orphan.isPresent()) {
            return Verdict.failed(
                    "ReplicaSet \"" + orphan.get() + "\" lost its Deployment and keeps an old pod running; two"
                            + " would copy at once. Delete it: kubectl -n " + world.namespace() + " delete replicaset "
                            + orphan.get());
        }
        String left = pods.stream()
                .map(pod -> "\"" + pod.name() + "\"" + (pod.terminating() ? " (terminating)" : ""))
                .collect(Collectors.joining(", "));
        return left.isEmpty()
                ? Verdict.ready("no old pod of it is left")
                : Verdict.waiting("its old pod " + left + " still runs; two would copy at once");
    }

    /** A ReplicaSet without an owner, as {@code kubectl delete --cascade=orphan} leaves it: its pod does not go by itself. */
    private Optional<String> orphan(List<Pod> pods) throws Unanswered {
        for (Pod pod : pods) {
            for (Object owner : pod.manifest().list("metadata", "ownerReferences")) {
                String name = String.valueOf(((Map<?, ?>) owner).get("name"));
                Optional<Manifest> set = world.here().get(new ObjectRef(Kind.REPLICA_SET, world.namespace(), name));
                if (set.filter(found ->
                                found.list("metadata", "ownerReferences").isEmpty() && !found.terminating())
                        .isPresent()) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isOurs(Pod pod, Optional<Workload> live) {
        return live.filter(deployment -> deployment.owns(pod)).isPresent()
                || pod.belongsTo(WorkloadKind.DEPLOYMENT, args.name().value()::equals, List.of())
                || (pod.owner().isEmpty() && hasLabels(pod.manifest()));
    }

    private boolean hasLabels(Manifest pod) {
        return pod.labels()
                .entrySet()
                .containsAll(ShakeDeployment.selector(args).entrySet());
    }
}
