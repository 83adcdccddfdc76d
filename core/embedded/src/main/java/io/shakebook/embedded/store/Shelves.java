// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.store;

import io.shakebook.embedded.kind.Kind;
import io.shakebook.embedded.kind.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.node.ObjectNode;

/** The objects in memory: per kind, in the order of namespace and name. Safe to read while one thread writes. */
final class Shelves {
    private static final String AFTER_NAMESPACE = "\u0000";
    private static final String END_OF_NAMESPACE = "\u0001";

    private final Map<Kind, ConcurrentNavigableMap<String, ObjectNode>> byKind = new ConcurrentHashMap<>();

    private ConcurrentNavigableMap<String, ObjectNode> shelf(Kind kind) {
        return byKind.computeIfAbsent(kind, any -> new ConcurrentSkipListMap<>());
    }

    private static String place(ObjectKey key) {
        return key.namespace() + AFTER_NAMESPACE + key.name();
    }

    Optional<ObjectNode> get(ObjectKey key) {
        return Optional.ofNullable(shelf(key.kind()).get(place(key)));
    }

    /** The object that was there before. */
    Optional<ObjectNode> put(ObjectKey key, ObjectNode object) {
        return Optional.ofNullable(shelf(key.kind()).put(place(key), object));
    }

    Optional<ObjectNode> remove(ObjectKey key) {
        return Optional.ofNullable(shelf(key.kind()).remove(place(key)));
    }

    /** @param namespace "" for all */
    List<ObjectNode> list(Kind kind, String namespace) {
        ConcurrentNavigableMap<String, ObjectNode> all = shelf(kind);
        return List.copyOf(
                namespace.isEmpty()
                        ? all.values()
                        : all.subMap(namespace + AFTER_NAMESPACE, namespace + END_OF_NAMESPACE)
                                .values());
    }

    List<ObjectKey> keys() {
        List<ObjectKey> keys = new ArrayList<>();
        byKind.forEach((kind, shelf) -> shelf.keySet().forEach(place -> keys.add(key(kind, place))));
        return keys;
    }

    private static ObjectKey key(Kind kind, String place) {
        int end = place.indexOf(AFTER_NAMESPACE);
        return new ObjectKey(kind, place.substring(0, end), place.substring(end + 1));
    }
}
