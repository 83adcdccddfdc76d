// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import io.shakebook.spi.Doc;

/** Arguments of the gate "redis-ready". */
public record RedisReadyArgs(
        @Doc("The Redis that must be up") RedisEntry redis) {}
