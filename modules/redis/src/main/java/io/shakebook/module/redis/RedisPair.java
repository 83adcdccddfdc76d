// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import io.shakebook.spi.Doc;
import io.shakebook.spi.diagnostic.InvalidArgument;

/** Two Redis of the inventory, one of which can take over from the other. */
public record RedisPair(
        @Doc("Name of the entry") String name,

        @Doc("The Redis that serves clients in normal operation")
        RedisEntry primary,

        @Doc("The Redis that follows, and takes over") RedisEntry standby) {

    public RedisPair {
        if (primary.name().equals(standby.name())) {
            throw new InvalidArgument(
                    "standby",
                    "\"" + standby.name() + "\" is the primary too, and a Redis cannot stand by for itself",
                    "name another entry of \"redis\"");
        }
    }
}
