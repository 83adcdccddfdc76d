// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The names of the shakes of one direction: the workload name, alone or followed by a shard's ordinal. Names are all that
 * says so, hence the shakes of another pair in the same namespace match too if they are named alike.
 */
record ShakeNames(String appName) implements Predicate<String> {

    @Override
    public boolean test(String name) {
        return Pattern.matches(Pattern.quote(appName) + "(-[0-9]+)?", name);
    }
}
