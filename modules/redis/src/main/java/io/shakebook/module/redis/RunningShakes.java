// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.cause.Leaving;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Pod;
import io.shakebook.spi.kube.Workload;
import io.shakebook.spi.kube.WorkloadKind;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The shakes that run in a namespace.
 *
 * @param running Deployments that want a pod
 * @param left their pods, and those of stopped and deleted ones, which copy until they are gone
 */
record RunningShakes(List<Workload> running, List<Pod> left) {

    static RunningShakes read(ClusterView cluster, String namespace, Predicate<String> names) throws Unanswered {
        List<Workload> all = cluster.list(Kind.DEPLOYMENT, namespace, Map.of()).stream()
                .map(Workload::new)
                .toList();
        List<Workload> running = all.stream()
                .filter(shake -> names.test(shake.name()))
                .filter(shake -> shake.replicas() > 0 && !shake.manifest().terminating())
                .toList();
        List<Pod> left = cluster.list(Kind.POD, namespace, Map.of()).stream()
                .map(Pod::new)
                .filter(pod -> !pod.ended())
                .filter(pod -> pod.belongsTo(WorkloadKind.DEPLOYMENT, names, all))
                .toList();
        return new RunningShakes(running, left);
    }

    String shownRunning() {
        return running.stream().map(Workload::shown).collect(Collectors.joining(", "));
    }

    String shownLeft() {
        return Leaving.shown(left);
    }
}
