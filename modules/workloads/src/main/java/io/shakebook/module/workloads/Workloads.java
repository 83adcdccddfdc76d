// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.workloads;

import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Pod;
import io.shakebook.spi.kube.Workload;
import io.shakebook.spi.kube.WorkloadKind;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The workloads of one kind and all pods of a namespace, as read at one time. */
record Workloads(WorkloadKind kind, List<Workload> all, List<Pod> running) {

    static Workloads read(ClusterView cluster, WorkloadKind kind, String namespace) throws Unanswered {
        List<Workload> workloads = cluster.list(kind.kind(), namespace, Map.of()).stream()
                .map(Workload::new)
                .toList();
        List<Pod> running = cluster.list(Kind.POD, namespace, Map.of()).stream()
                .map(Pod::new)
                .filter(pod -> !pod.ended())
                .toList();
        return new Workloads(kind, workloads, running);
    }

    List<Workload> named(Predicate<String> names) {
        return all.stream().filter(workload -> names.test(workload.name())).toList();
    }

    List<Pod> podsOf(Workload workload) {
        return running.stream().filter(workload::owns).toList();
    }

    /** Pods of workloads with such names, also of those that were deleted while their pods still run. */
    List<Pod> podsOf(Predicate<String> names) {
        return running.stream().filter(pod -> pod.belongsTo(kind, names, all)).toList();
    }
}
