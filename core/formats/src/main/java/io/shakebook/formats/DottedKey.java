// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a path of keys as one dotted key: {@code source.address}, {@code labels."app.kubernetes.io/name"}. */
final class DottedKey {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

    private DottedKey() {}

    static String of(List<String> path) {
        return path.stream().map(DottedKey::part).collect(Collectors.joining("."));
    }

    private static String part(String key) {
        return BARE.matcher(key).matches() ? key : DoubleQuoted.of(key);
    }
}
