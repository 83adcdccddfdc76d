// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import io.shakebook.spi.kube.ClusterRef;
import io.shakebook.spi.kube.ServiceName;
import io.shakebook.testkit.world.FakeClusterView;
import io.shakebook.testkit.world.SamplePod;
import io.shakebook.testkit.world.SampleWorkload;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Two sites: redis-a is a cluster with three leaders, redis-b a master with sentinels. */
final class Sites {
    static final Map<String, String> LEADER = Map.of("app", "redis-a", "role", "leader");
    static final Map<String, String> MASTER = Map.of("app", "redis-b", "redis-failover", "master");
    static final RedisEntry REDIS_A = redis("redis-a", "site-a", Topology.CLUSTER, Optional.of(3), LEADER);
    static final RedisEntry REDIS_B = redis("redis-b", "site-b", Topology.SENTINEL, Optional.empty(), MASTER);

    final FakeClusterView a = new FakeClusterView("site-a");
    final FakeClusterView b = new FakeClusterView("site-b");

    Sites() {
        a.with(
                leaders(3).manifest(),
                leader(0).manifest(),
                leader(1).manifest(),
                leader(2).manifest());
        b.with(master("rfr-redis-b-1").manifest());
    }

    static RedisEntry redis(
            String name, String site, Topology topology, Optional<Integer> shards, Map<String, String> selector) {
        return new RedisEntry(
                name,
                new ClusterRef(site, Optional.empty()),
                name,
                topology,
                shards,
                6.0,
                6379,
                "",
                false,
                topology == Topology.CLUSTER ? Optional.of(new ServiceName(name + "-leader")) : Optional.empty(),
                selector,
                Optional.empty(),
                Optional.empty());
    }

    static SampleWorkload leaders(int replicas) {
        return SampleWorkload.statefulSet("redis-a", "redis-a-leader").replicas(replicas);
    }

    static SamplePod leader(int ordinal) {
        String name = "redis-a-leader-" + ordinal;
        Map<String, String> labels = new HashMap<>(LEADER);
        labels.put("statefulset.kubernetes.io/pod-name", name);
        return SamplePod.ready("redis-a", name, labels).ofStatefulSet("redis-a-leader");
    }

    static SamplePod master(String name) {
        return SamplePod.ready("redis-b", name, MASTER).ofStatefulSet("rfr-redis-b");
    }
}
