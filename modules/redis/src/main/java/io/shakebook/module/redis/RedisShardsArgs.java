// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import io.shakebook.spi.Doc;

/** Arguments of the look-up "redis-shards". */
public record RedisShardsArgs(
        @Doc("The Redis whose masters are wanted") RedisEntry redis) {}
