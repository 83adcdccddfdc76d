// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.FieldPath.Element;
import io.shakebook.spi.kube.FieldPath.Index;
import io.shakebook.spi.kube.FieldPath.Key;
import io.shakebook.spi.kube.FieldPath.Segment;
import io.shakebook.spi.kube.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes single fields of a copy of an object. What a path leads through is made if it is missing. */
final class TreeEdit {
    private final Map<String, Object> tree;

    TreeEdit(Manifest start) {
        this.tree = map(start.tree());
    }

    Manifest done() {
        return new Manifest(tree);
    }

    void set(FieldPath path, Object value) {
        List<Segment> segments = path.segments();
        Object at = tree;
        for (int depth = 0; depth < segments.size() - 1; depth++) {
            at = child(at, segments.get(depth), segments.get(depth + 1));
        }
        Segment last = segments.get(segments.size() - 1);
        if (last instanceof Key key) {
            asMap(at).put(key.name(), copy(value));
        } else {
            put(asList(at), last, copy(value));
        }
    }

    /** Also removes what is empty without the field. */
    void remove(FieldPath path) {
        remove(tree, path.segments());
    }

    private static void put(List<Object> list, Segment segment, Object value) {
        Optional<Integer> at = index(list, segment);
        if (at.isPresent()) {
            list.set(at.get(), value);
        } else {
            list.add(value);
        }
    }

    /** What a segment leads to; made as the next segment needs it. */
    private static Object child(Object node, Segment segment, Segment next) {
        if (segment instanceof Key key) {
            Object found = asMap(node).get(key.name());
            if (!(found instanceof Map || found instanceof List)) {
                found = next instanceof Key ? new LinkedHashMap<String, Object>() : new ArrayList<>();
                asMap(node).put(key.name(), found);
            }
            return found;
        }
        List<Object> list = asList(node);
        Optional<Integer> at = index(list, segment);
        if (at.isEmpty()) {
            list.add(segment instanceof Element element ? new LinkedHashMap<>(element.keys()) : new LinkedHashMap<>());
        }
        return list.get(at.orElse(list.size() - 1));
    }

    private static void remove(Object node, List<Segment> segments) {
        Segment first = segments.get(0);
        Optional<Object> child = new FieldPath(List.of(first)).in(node);
        if (child.isEmpty()) {
            return;
        }
        boolean last = segments.size() == 1;
        if (!last) {
            remove(child.get(), segments.subList(1, segments.size()));
        }
        if (last || empty(child.get(), first)) {
            if (first instanceof Key key) {
                asMap(node).remove(key.name());
            } else {
                index(asList(node), first).ifPresent(at -> asList(node).remove((int) at));
            }
        }
    }

    /** An element of which only the keys that name it are left counts as empty. */
    private static boolean empty(Object node, Segment named) {
        if (named instanceof Element element && node instanceof Map<?, ?> map) {
            return element.keys().keySet().containsAll(map.keySet());
        }
        return node instanceof Map<?, ?> map ? map.isEmpty() : node instanceof List<?> list && list.isEmpty();
    }

    private static Optional<Integer> index(List<Object> list, Segment segment) {
        if (segment instanceof Index index) {
            return index.at() < list.size() ? Optional.of(index.at()) : Optional.empty();
        }
        for (int at = 0; at < list.size(); at++) {
            if (new FieldPath(List.of(segment)).in(List.of(list.get(at))).isPresent()) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("unchecked") // every map and list in the tree was made here
    private static Map<String, Object> asMap(Object node) {
        return (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked") // as above
    private static List<Object> asList(Object node) {
        return (List<Object>) node;
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(copy(item)));
            return copy;
        }
        return value;
    }

    private static Map<String, Object> map(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put((String) key, copy(value)));
        return copy;
    }
}
