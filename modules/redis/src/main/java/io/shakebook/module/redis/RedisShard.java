// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import io.shakebook.spi.Doc;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A row of the look-up "redis-shards". */
public record RedisShard(
        @Doc("Ordinal of the shard") String key,

        @Doc("What names of things of this shard end with, as in -0; empty if there is one master only")
        String suffix,

        @Doc("Name of the master's pod") Optional<String> pod,

        @Doc("Labels that lead to the master's pod alone") Map<String, String> selector,

        @Doc("Version of the server") double version) {

    public RedisShard {
        selector = Collections.unmodifiableMap(new LinkedHashMap<>(selector));
    }
}
