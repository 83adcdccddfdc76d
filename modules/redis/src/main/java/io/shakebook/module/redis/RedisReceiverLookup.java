// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import io.shakebook.spi.Example;
import io.shakebook.spi.Lookup;
import io.shakebook.spi.LookupSpec;
import io.shakebook.spi.Permission;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.Rows;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.World;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a RedisShake beside a Redis writes to it. */
public final class RedisReceiverLookup implements Lookup<RedisReceiverArgs, RedisReceiver> {

    @Override
    public LookupSpec<RedisReceiverArgs, RedisReceiver> spec() {
        return new LookupSpec<>(
                "redis-receiver",
                "How a RedisShake in the same cluster writes to a Redis.",
                "The address is that of the ClusterIP Service that the inventory names. A headless Service is refused: it"
                        + " leads to replicas too, which refuse writes.",
                RedisReceiverArgs.class,
                RedisReceiver.class,
                true,
                List.of(new Permission("", "services", List.of("get"))),
                List.of(new Example("A cluster with a Service of its own", """
                        redis-receiver:
                          redis: ${redis}
                        """)));
    }

    @Override
    public Rows<RedisReceiver> rows(RedisReceiverArgs args, World world) throws Unanswered, Refusal {
        RedisEntry redis = args.redis();
        String type = redis.topology() == Topology.CLUSTER ? "cluster" : "standalone";
        if (redis.service().isEmpty()) {
            return Rows.single(
                    new RedisReceiver(type, redis.version(), Optional.empty()),
                    "the inventory, which names no Service");
        }
        ObjectRef ref = new ObjectRef(
                Kind.SERVICE, redis.namespace(), redis.service().get().value());
        Optional<Manifest> live = world.cluster(redis.cluster()).get(ref);
        String address = address(redis, ref.name(), live);
        return Rows.single(
                new RedisReceiver(type, redis.version(), Optional.of(address)),
                "Service \"" + ref.name() + "\"; Redis was not asked");
    }

    private static String address(RedisEntry redis, String name, Optional<Manifest> live) throws Refusal {
        String shown = "Service \"" + name + "\", which the inventory names for \"" + redis.name() + "\", ";
        if (live.isEmpty()) {
            throw refusal(shown + "does not exist");
        }
        String clusterIp = live.get().text("spec", "clusterIP");
        if (clusterIp.equals("None")) {
            throw refusal(shown + "is headless: it leads to replicas too, which refuse writes");
        }
        if (clusterIp.isEmpty()) {
            throw refusal(shown + "has no cluster IP");
        }
        FieldPath port = FieldPath.of("spec", "ports").then(new FieldPath.Element(Map.of("port", (long) redis.port())));
        if (live.get().at(port).isEmpty()) {
            throw refusal(shown + "has no port " + redis.port());
        }
        return clusterIp + ":" + redis.port();
    }

    private static Refusal refusal(String found) {
        return new Refusal(
                "service-unusable",
                found,
                "name a ClusterIP Service in the inventory, or leave \"service\" out and let the playbook make one");
    }
}
