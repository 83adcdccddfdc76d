// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.insight.Content;
import io.shakebook.engine.insight.Content.Fields;
import io.shakebook.engine.insight.Content.Hidden;
import io.shakebook.engine.insight.Content.Items;
import io.shakebook.engine.insight.Content.Named;
import io.shakebook.engine.insight.Content.Plain;
import io.shakebook.engine.insight.Content.Secret;
import io.shakebook.engine.insight.Listing;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import io.shakebook.spi.value.SecretRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An inventory with one of everything that it can list. */
public final class SampleListing {
    private static final String FILE = "inventories/prod/inventory.yaml";

    private SampleListing() {}

    /** @param revision of its files */
    public static Listing at(String revision) {
        Map<String, Position> origins = new LinkedHashMap<>();
        List<String> given = List.of(
                "clusters.site-a",
                "clusters.site-a.context",
                "clusters.site-a.parallel",
                "redis.redis-a",
                "redis.redis-a.cluster",
                "redis.redis-a.port",
                "redis.redis-a.labels",
                "redis.redis-a.labels.role",
                "redis.redis-a.password",
                "redis-pair.shop",
                "redis-pair.shop.primary",
                "groups.all-pairs",
                "parameters.image",
                "parameters.db-password",
                "parameters.hosts");
        given.forEach(path -> origins.put(path, new Position(FILE, origins.size() + 3, 3, 1, "")));
        return new Listing(
                "prod",
                "Two sites.",
                revision,
                Map.of("site-a", fields("context", new Plain("admin@a\u001b[31m"), "parallel", new Plain(8L))),
                entries(),
                Map.of("all-pairs", List.of("shop")),
                fields(
                                "image",
                                new Plain("shake:2"),
                                "db-password",
                                new Hidden("hunter2"),
                                "hosts",
                                new Items(List.of(new Plain("a"), new Plain("6.0"))))
                        .fields(),
                origins,
                Map.of(
                        "clusters.site-a.parallel",
                        List.of("the default 4"),
                        "redis.redis-a.port",
                        List.of("the default 6379"),
                        "redis.redis-a.tls",
                        List.of("the default false"),
                        "parameters.image",
                        List.of("shake:1, the default of redis-dr/sync at playbooks/redis-dr/sync.yaml:7")),
                List.of(Diagnostic.warning(
                        "password-in-file",
                        "the value of \"db-password\" looks like a password",
                        Optional.of(new Position(FILE, 16, 16, 1, "")),
                        "put it where it is safe")));
    }

    private static Map<String, Map<String, Fields>> entries() {
        Map<String, Map<String, Fields>> entries = new LinkedHashMap<>();
        Fields redis = fields(
                "cluster", new Named("clusters", "site-a"),
                "port", new Plain(6379L),
                "tls", new Plain(false),
                "labels", fields("role", new Plain("leader")),
                "password", new Secret(new SecretRef("redis-a.password", "site-a", "redis", "redis-auth", "password")));
        entries.put("redis", Map.of("redis-a", redis));
        entries.put("redis-pair", Map.of("shop", fields("primary", new Named("redis", "redis-a"))));
        return entries;
    }

    private static Fields fields(Object... pairs) {
        Map<String, Content> fields = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            fields.put((String) pairs[at], (Content) pairs[at + 1]);
        }
        return new Fields(fields);
    }
}
