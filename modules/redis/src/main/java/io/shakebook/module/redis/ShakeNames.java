// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import java.util.function.Predicate;

/**
 * The names of the shakes of one direction: whatever begins with the workload name, as the playbook that stops them has
 * it. So one with a shard's ordinal is found, and one that somebody named {@code redis-shake-sync-old}. Names are all that
 * says so, hence the shakes of another pair in the same namespace match too if they are named alike.
 */
record ShakeNames(String appName) implements Predicate<String> {

    @Override
    public boolean test(String name) {
        return name.startsWith(appName);
    }
}
