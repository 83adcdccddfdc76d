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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The masters of a Redis, one row per shard; never fewer than were declared. */
public final class RedisShardsLookup implements Lookup<RedisShardsArgs, RedisShard> {

    @Override
    public LookupSpec<RedisShardsArgs, RedisShard> spec() {
        return new LookupSpec<>(
                "redis-shards",
                "Finds the masters of a Redis, one row per shard.",
                "For a cluster, as many as the inventory or the StatefulSet of the leaders declares, whichever is more; for"
                        + " sentinel and standalone, one. A master that is missing or not ready is an error, never a smaller"
                        + " plan.",
                RedisShardsArgs.class,
                RedisShard.class,
                false,
                List.of(
                        new Permission("", "pods", List.of("list")),
                        new Permission("apps", "statefulsets", List.of("get"))),
                List.of(new Example("The shards of a cluster", """
                        redis-shards:
                          redis: ${redis}
                        """)));
    }

    @Override
    public Rows<RedisShard> rows(RedisShardsArgs args, World world) throws Unanswered, Refusal {
        Masters masters = new MasterReader(args.redis()).read(world);
        if (!masters.problems().isEmpty()) {
            throw new Refusal(
                    "shard-missing",
                    DrRule.R7.broken(masters.shownProblems()),
                    "bring the masters of \"" + args.redis().name() + "\" up, or correct \"shards\" and"
                            + " \"master-selector\" in the inventory");
        }
        Map<String, RedisShard> rows = new LinkedHashMap<>();
        masters.all().forEach(master -> rows.put(master.key(), row(master, args.redis())));
        return new Rows<>(rows, masters.evidence());
    }

    private static RedisShard row(Master master, RedisEntry redis) {
        return new RedisShard(master.key(), master.suffix(), master.pod(), master.selector(), redis.version());
    }
}
