// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.spi.kube.Manifest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object as it will roughly be after an apply that the server cannot be asked about yet: maps merged, all else replaced. */
final class Merge {
    private Merge() {}

    static Manifest over(Manifest live, Manifest body) {
        return new Manifest(merged(live.tree(), body.tree()));
    }

    private static Map<String, Object> merged(Map<?, ?> under, Map<?, ?> over) {
        Map<String, Object> merged = new LinkedHashMap<>();
        under.forEach((key, value) -> merged.put((String) key, value));
        over.forEach((key, value) -> {
            boolean both = value instanceof Map && under.get(key) instanceof Map;
            merged.put((String) key, both ? merged(map(under.get(key)), map(value)) : value);
        });
        return merged;
    }

    private static Map<?, ?> map(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? map : Map.of();
    }
}
