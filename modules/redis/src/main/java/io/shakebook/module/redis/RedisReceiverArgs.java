// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import io.shakebook.spi.Doc;

/** Arguments of the look-up "redis-receiver". */
public record RedisReceiverArgs(
        @Doc("The Redis that receives a copy") RedisEntry redis) {}
