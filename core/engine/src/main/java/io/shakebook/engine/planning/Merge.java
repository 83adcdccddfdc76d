// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object as it will roughly be after an apply that the server cannot be asked about yet: maps merged, all else replaced. */
final class Merge {
    private Merge() {}

    static Manifest over(Manifest live, Manifest body) {
        return new Manifest(merged(live.tree(), body.tree(), false));
    }

    /** As above, but lists stay as they are: their elements hold what the server chose. @param gone what goes away */
    static Manifest keepingLists(Manifest live, Manifest body, List<FieldPath> gone) {
        Map<String, Object> merged = merged(live.tree(), body.tree(), true);
        gone.forEach(path -> remove(merged, path.segments()));
        return new Manifest(merged);
    }

    private static Map<String, Object> merged(Map<?, ?> under, Map<?, ?> over, boolean keepLists) {
        Map<String, Object> merged = new LinkedHashMap<>();
        under.forEach((key, value) -> merged.put((String) key, value));
        over.forEach((key, value) -> {
            boolean both = value instanceof Map && under.get(key) instanceof Map;
            boolean kept = keepLists && value instanceof List && under.get(key) instanceof List;
            if (!kept) {
                merged.put((String) key, both ? merged(map(under.get(key)), map(value), keepLists) : value);
            }
        });
        return merged;
    }

    /** Removes a member that maps alone lead to. */
    @SuppressWarnings("unchecked") // every map of a merged tree was made here or is copied by its manifest
    private static void remove(Map<String, Object> tree, List<FieldPath.Segment> segments) {
        if (!(segments.get(0) instanceof FieldPath.Key key)) {
            return;
        }
        if (segments.size() == 1) {
            tree.remove(key.name());
        } else if (tree.get(key.name()) instanceof Map<?, ?> child) {
            Map<String, Object> copy = new LinkedHashMap<>((Map<String, Object>) child);
            remove(copy, segments.subList(1, segments.size()));
            tree.put(key.name(), copy);
        }
    }

    private static Map<?, ?> map(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? map : Map.of();
    }
}
