// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import io.shakebook.spi.Example;
import io.shakebook.spi.InventoryType;
import java.util.List;

/** The inventory type "redis". */
public final class RedisType implements InventoryType<RedisEntry> {

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public String summary() {
        return "A Redis: where it runs, how it is set up, how its masters are found.";
    }

    @Override
    public Class<RedisEntry> entry() {
        return RedisEntry.class;
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("A cluster with three shards", """
                        redis-a:
                          cluster: site-a
                          namespace: redis-a
                          topology: cluster
                          shards: 3
                          version: 6.0
                          service: redis-a-leader
                          master-selector:
                            app.kubernetes.io/name: redis-a
                            role: leader
                          password:
                            secret: redis-a-auth
                            key: password
                        """), new Example("A master with sentinels", """
                        redis-b:
                          cluster: site-b
                          namespace: redis-b
                          topology: sentinel
                          master-selector:
                            app.kubernetes.io/name: redis-b
                            redis-failover: master
                        """));
    }
}
