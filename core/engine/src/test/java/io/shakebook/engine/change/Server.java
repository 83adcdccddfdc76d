// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.engine.source.Json;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.FieldPath.Element;
import io.shakebook.spi.kube.FieldPath.Key;
import io.shakebook.spi.kube.FieldPath.Segment;
import io.shakebook.spi.kube.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a server answers to an apply of a new object, as far as a comparison looks at it. */
final class Server {
    private Server() {}

    /** The object with uid, version and managed fields, all of them owned by one manager. */
    static Manifest applied(Manifest plain, String manager) {
        return observed(plain, managed(plain, manager, "Apply", "2026-11-22T10:00:00Z"));
    }

    static Manifest observed(Manifest plain, Map<?, ?>... managed) {
        Map<String, Object> tree = new LinkedHashMap<>(plain.tree());
        Map<String, Object> metadata = new LinkedHashMap<>(plain.map("metadata"));
        metadata.put("uid", "0c31");
        metadata.put("resourceVersion", "954");
        metadata.put("managedFields", List.of(managed));
        tree.put("metadata", metadata);
        return new Manifest(tree);
    }

    static Map<String, Object> managed(Manifest plain, String manager, String operation, String time) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Leaves.of(plain, Shape.of(List.of())).keySet().forEach(path -> add(fields, path));
        return Map.of("manager", manager, "operation", operation, "time", time, "fieldsV1", fields);
    }

    @SuppressWarnings("unchecked") // the tree is made here
    private static void add(Map<String, Object> fields, FieldPath path) {
        Map<String, Object> at = fields;
        for (Segment segment : path.segments()) {
            at = (Map<String, Object>) at.computeIfAbsent(written(segment), key -> new LinkedHashMap<>());
        }
    }

    private static String written(Segment segment) {
        return segment instanceof Key key ? "f:" + key.name() : "k:" + Json.canonical(((Element) segment).keys());
    }

    /** The same object with one value changed; the path names map keys and elements. */
    static Manifest with(Manifest object, FieldPath path, Object value) {
        return new Manifest(asMap(with(object.tree(), path.segments(), value)));
    }

    private static Object with(Object node, List<Segment> path, Object value) {
        if (path.isEmpty()) {
            return value;
        }
        List<Segment> rest = path.subList(1, path.size());
        if (path.get(0) instanceof Key key) {
            Map<String, Object> copy = new LinkedHashMap<>(asMap(node));
            copy.put(key.name(), with(copy.getOrDefault(key.name(), Map.of()), rest, value));
            return copy;
        }
        List<Object> copy = new ArrayList<>((List<?>) node);
        FieldPath element = FieldPath.ROOT.then(path.get(0));
        copy.replaceAll(item -> element.in(List.of(item)).isPresent() ? with(item, rest, value) : item);
        return copy;
    }

    @SuppressWarnings("unchecked") // trees have string keys
    private static Map<String, Object> asMap(Object node) {
        return (Map<String, Object>) node;
    }
}
