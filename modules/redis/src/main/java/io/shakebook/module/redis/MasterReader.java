// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.World;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.cause.PodCauses;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.kube.Pod;
import io.shakebook.spi.kube.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the masters of a Redis by what the inventory declares, its StatefulSet and its labels. */
record MasterReader(RedisEntry redis) {
    private static final String POD_NAME = "statefulset.kubernetes.io/pod-name";
    private static final String LABELS_ONLY = "labels only, Redis was not asked";

    Masters read(World world) throws Unanswered {
        ClusterView cluster = world.cluster(redis.cluster());
        List<Pod> pods = cluster.list(Kind.POD, redis.namespace(), redis.masterSelector()).stream()
                .map(Pod::new)
                .filter(pod -> !pod.ended())
                .toList();
        return redis.topology() == Topology.CLUSTER ? leaders(cluster, pods) : master(pods);
    }

    private Masters leaders(ClusterView cluster, List<Pod> pods) throws Unanswered {
        Optional<Manifest> set = cluster.get(new ObjectRef(Kind.STATEFUL_SET, redis.namespace(), redis.leaders()));
        int replicas = set.map(found -> new Workload(found).replicas()).orElse(0);
        int declared = redis.shards().orElse(0);
        int count = Math.max(replicas, declared);
        List<Master> masters = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        if (count == 0) {
            problems.add("nothing says how many shards \"" + redis.name() + "\" has: the inventory declares none, and"
                    + " StatefulSet \"" + redis.leaders() + "\" "
                    + (set.isEmpty() ? "does not exist" : "wants no pod"));
        }
        for (int ordinal = 0; ordinal < count; ordinal++) {
            String name = redis.leaders() + "-" + ordinal;
            masters.add(leader(ordinal, name));
            trouble(name, pods).ifPresent(problems::add);
        }
        return new Masters(masters, problems, evidence(set.isPresent(), replicas, declared));
    }

    private Master leader(int ordinal, String pod) {
        Map<String, String> selector = new LinkedHashMap<>(redis.masterSelector());
        selector.put(POD_NAME, pod);
        return new Master(String.valueOf(ordinal), "-" + ordinal, Optional.of(pod), selector);
    }

    private static Optional<String> trouble(String name, List<Pod> pods) {
        Optional<Pod> found =
                pods.stream().filter(pod -> pod.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            return Optional.of("leader pod \"" + name + "\" with the labels of masters is missing");
        }
        return found.get().ready() ? Optional.empty() : Optional.of("leader pod " + PodCauses.shown(found.get()));
    }

    private String evidence(boolean set, int replicas, int declared) {
        String leaders = "StatefulSet \"" + redis.leaders() + "\"";
        if (!set) {
            return LABELS_ONLY + "; " + leaders + " does not exist";
        }
        return replicas == declared || declared == 0
                ? LABELS_ONLY
                : LABELS_ONLY + "; " + leaders + " wants " + replicas + " pods, the inventory declares " + declared
                        + " shards, and the larger number counts";
    }

    private Masters master(List<Pod> labelled) {
        List<Pod> staying = labelled.stream().filter(pod -> !pod.terminating()).toList();
        List<Pod> pods = staying.isEmpty() ? labelled : staying;
        List<String> problems = new ArrayList<>();
        if (pods.isEmpty()) {
            problems.add("no pod of \"" + redis.name() + "\" has the labels of a master");
        } else if (pods.size() > 1) {
            problems.add(pods.size() + " pods have the labels of the one master: "
                    + pods.stream().map(pod -> "\"" + pod.name() + "\"").collect(Collectors.joining(", ")));
        } else if (!pods.get(0).ready()) {
            problems.add("master pod " + PodCauses.shown(pods.get(0)));
        }
        Optional<String> only = pods.size() == 1 ? Optional.of(pods.get(0).name()) : Optional.empty();
        return new Masters(List.of(new Master("0", "", only, redis.masterSelector())), problems, LABELS_ONLY);
    }
}
