// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A path to a field: {@code spec.ports[port=6379,protocol=TCP].nodePort}, {@code data[sync.toml]}, {@code args[0]}.
 * Elements of associative lists are named by their keys, as server-side apply does.
 */
public record FieldPath(List<Segment> segments) implements Comparable<FieldPath> {

    /** One step of a path. */
    public sealed interface Segment {}

    /** A key of a map. */
    public record Key(String name) implements Segment {
        public Key {
            requireNonNull(name, "name");
        }

        /** Written out, as what Java makes up for a record is linked at run time: docs/adr/a-head-start.md. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return FieldPathText.key(name);
        }
    }

    /** An element of a list by position. */
    public record Index(int at) implements Segment {
        @Override
        public String toString() {
            return "[" + at + "]";
        }
    }

    /** An element of an associative list by its keys; values are strings, numbers or booleans. */
    public record Element(Map<String, Object> keys) implements Segment {
        public Element {
            keys = Map.copyOf(keys);
        }

        /** Written out, as what Java makes up for a record is linked at run time: docs/adr/a-head-start.md. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Element element && element.keys.equals(keys);
        }

        @Override
        public int hashCode() {
            return keys.hashCode();
        }

        @Override
        public String toString() {
            return new TreeMap<>(keys)
                    .entrySet().stream()
                            .map(key -> key.getKey() + "=" + FieldPathText.value(key.getValue()))
                            .collect(Collectors.joining(",", "[", "]"));
        }
    }

    public static final FieldPath ROOT = new FieldPath(List.of());

    public FieldPath {
        segments = List.copyOf(segments);
    }

    /** Written out, as what Java makes up for a record is linked at run time: docs/adr/a-head-start.md. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldPath path && path.segments.equals(segments);
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    public static FieldPath of(String... keys) {
        return new FieldPath(List.of(keys).stream().map(Key::new).collect(Collectors.toList()));
    }

    /** Reads what {@link #toString()} writes. @throws IllegalArgumentException if the text is not a path */
    public static FieldPath parse(String text) {
        return FieldPathText.parse(text);
    }

    public FieldPath then(Segment segment) {
        List<Segment> longer = new ArrayList<>(segments);
        longer.add(segment);
        return new FieldPath(longer);
    }

    public FieldPath key(String name) {
        return then(new Key(name));
    }

    public boolean startsWith(FieldPath prefix) {
        return segments.size() >= prefix.segments.size()
                && segments.subList(0, prefix.segments.size()).equals(prefix.segments);
    }

    /** The value that this path leads to in a tree of maps and lists; empty if there is none or it is null. */
    public Optional<Object> in(Object tree) {
        Optional<Object> at = Optional.of(tree);
        for (Segment segment : segments) {
            at = at.flatMap(node -> child(node, segment));
        }
        return at;
    }

    private static Optional<Object> child(Object node, Segment segment) {
        if (segment instanceof Key key) {
            return node instanceof Map<?, ?> map ? Optional.ofNullable(map.get(key.name())) : Optional.empty();
        }
        if (!(node instanceof List<?> list)) {
            return Optional.empty();
        }
        if (segment instanceof Index index) {
            return index.at() < list.size() ? Optional.ofNullable(list.get(index.at())) : Optional.empty();
        }
        Map<String, Object> keys = ((Element) segment).keys();
        return list.stream()
                .filter(item -> item instanceof Map<?, ?> map && matches(map, keys))
                .map(Object.class::cast)
                .findFirst();
    }

    private static boolean matches(Map<?, ?> item, Map<String, Object> keys) {
        return keys.entrySet().stream().allMatch(key -> key.getValue().equals(item.get(key.getKey())));
    }

    @Override
    public int compareTo(FieldPath other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return FieldPathText.write(segments);
    }
}
