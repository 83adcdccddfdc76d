// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import io.shakebook.spi.Doc;
import java.util.Optional;

/** The row of the look-up "redis-receiver". */
public record RedisReceiver(
        @Doc("How RedisShake writes to it: cluster or standalone; a master with sentinels is standalone")
        String type,

        @Doc("Version of the server") double version,

        @Doc("Address of its existing Service; absent if the inventory names none")
        Optional<String> address) {}
