// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import io.shakebook.spi.Doc;
import io.shakebook.spi.diagnostic.InvalidArgument;
import io.shakebook.spi.kube.ClusterRef;
import io.shakebook.spi.kube.NamespaceName;
import io.shakebook.spi.kube.ServiceName;
import io.shakebook.spi.value.SecretRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A Redis of the inventory. */
public record RedisEntry(
        @Doc("Name of the entry") String name,

        @Doc("The Kubernetes cluster that it runs in") ClusterRef cluster,

        @Doc("The namespace that it runs in") String namespace,

        @Doc("cluster, sentinel or standalone") Topology topology,

        @Doc(value = "Number of leaders of a cluster; fewer found than this is an error", example = "3")
        Optional<Integer> shards,

        @Doc(value = "Version of the server, major and minor", defaultsTo = "6.0")
        double version,

        @Doc(value = "TCP port of the server", defaultsTo = "6379")
        int port,

        @Doc(value = "User that shakes log in as; empty for the default user", defaultsTo = "\"\"")
        String username,

        @Doc(value = "Whether the server speaks TLS", defaultsTo = "false")
        boolean tls,

        @Doc("A ClusterIP Service that exists already and leads to masters")
        Optional<ServiceName> service,

        @Doc("Labels that the pods of masters have, and no others; for a cluster the pod's name is added")
        Map<String, String> masterSelector,

        @Doc("StatefulSet of the leaders of a cluster; NAME-leader unless given")
        Optional<String> statefulSet,

        @Doc("Where the password lies; none if the server asks for none")
        Optional<SecretRef> password) {

    public RedisEntry {
        masterSelector = Collections.unmodifiableMap(new LinkedHashMap<>(masterSelector));
        if (masterSelector.isEmpty()) {
            throw new InvalidArgument(
                    "masterSelector", "no labels say which pods are masters", "give the labels of the master pods");
        }
        if (port < 1 || port > 65535) {
            throw new InvalidArgument("port", port + " is not a port: it must be from 1 to 65535", "use 6379");
        }
        NamespaceName.check("namespace", namespace);
        checkShards(topology, shards);
        checkVersion(version);
    }

    private static void checkShards(Topology topology, Optional<Integer> shards) {
        if (shards.isPresent() && shards.get() < 1) {
            throw new InvalidArgument("shards", shards.get() + " shards cannot be", "use 1 or more");
        }
        if (topology != Topology.CLUSTER && shards.orElse(1) != 1) {
            throw new InvalidArgument(
                    "shards",
                    "only a cluster has several shards, and this Redis has one master",
                    "leave \"shards\" out, or say \"topology: cluster\"");
        }
    }

    private static void checkVersion(double version) {
        if (!(version >= 2.8 && version < 100)) {
            throw new InvalidArgument(
                    "version", version + " is not a version that RedisShake copies", "use a version such as 6.0");
        }
    }

    /** Name of the StatefulSet whose pods are the leaders of a cluster. */
    String leaders() {
        return statefulSet.orElse(name + "-leader");
    }
}
