// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.workloads;

import io.shakebook.spi.diagnostic.InvalidArgument;
import java.util.regex.Pattern;

/** Names of objects, where {@code *} stands for any characters: {@code redis-shake-sync*}. */
public record NamePattern(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9.*-]{1,253}");

    public NamePattern {
        if (!ALLOWED.matcher(value).matches()) {
            throw new InvalidArgument(
                    "\"" + value + "\" matches no name: it may hold lower-case letters, digits, \"-\", \".\" and \"*\"",
                    "use a pattern such as \"redis-shake-sync*\"");
        }
    }

    boolean matches(String name) {
        return Pattern.matches(value.replace(".", "\\.").replace("*", ".*"), name);
    }

    @Override
    public String toString() {
        return value;
    }
}
