// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Redis of some topology at one of the two sites, as the seed of an embedded cluster and as an inventory entry. Cluster
 * and sentinels are the demo's, under other names and with other numbers.
 *
 * @param side {@code a} or {@code b}
 * @param shards leaders; of a cluster only
 */
record SampleRedis(String side, String topology, int shards) {
    private static final Path DEMO = Path.of("../../inventories/demo");

    String name() {
        return "redis-" + side;
    }

    boolean cluster() {
        return topology.equals("cluster");
    }

    /** What names of things of a shard end with. */
    String suffix(int shard) {
        return cluster() ? "-" + shard : "";
    }

    int masters() {
        return cluster() ? shards : 1;
    }

    String seed() throws IOException {
        return switch (topology) {
            case "cluster" ->
                here(Files.readString(DEMO.resolve("site-a.yaml"))).replace("replicas: 3", "replicas: " + shards);
            case "sentinel" -> here(Files.readString(DEMO.resolve("site-b.yaml")));
            default -> here(standalone());
        };
    }

    private String here(String seed) {
        return seed.replaceAll("(redis|site|password)-[ab]\\b", "$1-" + side)
                .replaceAll("10\\.0\\.[12]\\.11", side.equals("a") ? "10.0.1.11" : "10.0.2.11");
    }

    private static String standalone() throws IOException {
        String demo = Files.readString(DEMO.resolve("site-a.yaml"));
        return demo.substring(0, demo.indexOf("  - apiVersion: apps/v1")) + """
                  - apiVersion: apps/v1
                    kind: StatefulSet
                    metadata:
                      name: redis-a
                      namespace: redis-a
                    spec:
                      serviceName: redis-a
                      replicas: 1
                      selector:
                        matchLabels:
                          app: redis-a
                      template:
                        metadata:
                          labels:
                            app: redis-a
                        spec:
                          containers:
                            - name: redis
                              image: redis:7.0
                """;
    }

    /** The entry, below {@code redis:}. */
    String entry() {
        return """
                  redis-%1$s:
                    cluster: site-%1$s
                    namespace: redis-%1$s
                    topology: %2$s
                    version: 6.0
                %3$s
                    password:
                      secret: redis-%1$s-auth
                      key: password
                """.formatted(side, topology, details().stripTrailing());
    }

    private String details() {
        return switch (topology) {
            case "cluster" -> """
                        shards: %2$d
                        service: redis-%1$s-leader
                        master-selector:
                          app.kubernetes.io/component: redis
                          app.kubernetes.io/managed-by: redis-operator
                          app.kubernetes.io/name: redis-%1$s
                          role: leader
                    """.formatted(side, shards);
            case "sentinel" -> """
                        master-selector:
                          app.kubernetes.io/component: redis
                          app.kubernetes.io/managed-by: redis-operator
                          app.kubernetes.io/name: redis-%1$s
                          app.kubernetes.io/part-of: redis-failover
                          redis-failover: master
                          redisfailovers.databases.spotahome.com/name: redis-%1$s
                    """.formatted(side);
            default -> """
                        master-selector:
                          app: redis-%1$s
                    """.formatted(side);
        };
    }

    /** The inventory of a pair. */
    static String inventory(SampleRedis primary, SampleRedis standby) {
        return """
                inventory: pair
                clusters:
                  site-a:
                    embedded: site-a.yaml
                    node-address: 10.0.1.11
                  site-b:
                    embedded: site-b.yaml
                    node-address: 10.0.2.11
                redis:
                %s%sredis-pair:
                  shop:
                    primary: redis-a
                    standby: redis-b
                parameters:
                  pair: shop
                """.formatted(primary.entry(), standby.entry());
    }
}
