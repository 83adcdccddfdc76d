// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import io.shakebook.spi.Example;
import io.shakebook.spi.InventoryType;
import java.util.List;

/** The inventory type "redis-pair". */
public final class RedisPairType implements InventoryType<RedisPair> {

    @Override
    public String name() {
        return "redis-pair";
    }

    @Override
    public String summary() {
        return "Two Redis, one of which can take over from the other.";
    }

    @Override
    public Class<RedisPair> entry() {
        return RedisPair.class;
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("A pair", """
                shop:
                  primary: redis-a
                  standby: redis-b
                """));
    }
}
