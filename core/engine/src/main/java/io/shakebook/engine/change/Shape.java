// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.FieldPath.Element;
import io.shakebook.spi.kube.FieldPath.Key;
import io.shakebook.spi.kube.FieldPath.Segment;
import io.shakebook.spi.kube.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which maps and lists of an object are one value, and by which keys the elements of the others are told apart. What
 * managed fields say comes first; what they do not say comes from names that mean the same in all built-in kinds.
 */
final class Shape {
    private static final Set<String> WHOLE_MAPS = Set.of("selector", "nodeSelector", "labelSelector");
    private static final Map<String, Object> IMPLIED = Map.of("protocol", "TCP");
    private static final Map<String, List<List<String>>> KEYS = Map.of(
            "ports", List.of(List.of("containerPort", "protocol"), List.of("port", "protocol")),
            "volumeMounts", List.of(List.of("mountPath")),
            "volumeDevices", List.of(List.of("devicePath")),
            "conditions", List.of(List.of("type")),
            "hostAliases", List.of(List.of("ip")),
            "ownerReferences", List.of(List.of("uid")),
            "topologySpreadConstraints", List.of(List.of("topologyKey", "whenUnsatisfiable")));
    private static final List<List<String>> BY_NAME = List.of(List.of("name"));

    private final Set<FieldPath> leaves = new HashSet<>();
    private final Set<FieldPath> inner = new HashSet<>();
    private final Map<FieldPath, Set<String>> keys = new HashMap<>();

    private Shape() {}

    /** The shape that the managed fields of these objects show. */
    static Shape of(List<Manifest> observed) {
        Shape shape = new Shape();
        observed.forEach(manifest -> shape.learn(Ownership.of(manifest)));
        return shape;
    }

    /** The shape of the object whose managed fields these are. */
    static Shape of(Ownership observed) {
        Shape shape = new Shape();
        shape.learn(observed);
        return shape;
    }

    private void learn(Ownership ownership) {
        ownership.entries().forEach(entry -> entry.leaves().forEach(this::learn));
    }

    private void learn(FieldPath leaf) {
        leaves.add(leaf);
        FieldPath at = FieldPath.ROOT;
        for (Segment segment : leaf.segments()) {
            inner.add(at);
            if (segment instanceof Element element) {
                keys.put(at, element.keys().keySet());
            }
            at = at.then(segment);
        }
    }

    /** Whether a map or list is replaced as one value. */
    boolean whole(FieldPath path) {
        if (inner.contains(path)) {
            return false;
        }
        return leaves.contains(path) || WHOLE_MAPS.contains(lastKey(path));
    }

    /** How each element is named; empty if the list is one value. */
    Optional<List<Element>> elements(FieldPath path, List<?> items) {
        if (keys.containsKey(path)) {
            return named(items, new ArrayList<>(keys.get(path)));
        }
        if (items.isEmpty() || whole(path)) {
            return Optional.empty();
        }
        return KEYS.getOrDefault(lastKey(path), BY_NAME).stream()
                .flatMap(names -> named(items, names).stream())
                .findFirst();
    }

    private static Optional<List<Element>> named(List<?> items, List<String> names) {
        List<Element> elements = new ArrayList<>();
        for (Object item : items) {
            Map<String, Object> found = new TreeMap<>();
            for (String name : names) {
                Optional<Object> value = item instanceof Map<?, ?> map ? key(map, name) : Optional.empty();
                value.ifPresent(known -> found.put(name, known));
            }
            elements.add(new Element(found));
            if (found.size() < names.size()) {
                return Optional.empty();
            }
        }
        boolean unique = new HashSet<>(elements).size() == elements.size();
        return unique ? Optional.of(elements) : Optional.empty();
    }

    private static Optional<Object> key(Map<?, ?> item, String name) {
        return Optional.<Object>ofNullable(item.get(name))
                .or(() -> Optional.ofNullable(IMPLIED.get(name)))
                .filter(value -> value instanceof String || value instanceof Long || value instanceof Boolean);
    }

    private static String lastKey(FieldPath path) {
        List<Segment> segments = path.segments();
        return !segments.isEmpty() && segments.get(segments.size() - 1) instanceof Key key ? key.name() : "";
    }
}
