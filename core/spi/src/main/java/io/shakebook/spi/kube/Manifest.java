// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import io.shakebook.spi.value.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An immutable Kubernetes object: a tree of maps and lists whose leaves are {@code String}, {@code Long},
 * {@code BigDecimal}, {@code Boolean} or {@link Text}. Null members are left out; whole numbers are {@code Long}; a
 * plain text of literals only becomes a {@code String}. Key order is kept; the members of a {@code Map.of}, whose order is
 * another one in each process, are sorted, so that the same plan has the same bytes everywhere. While planning, a field
 * that is not known yet is {@link Unsettled}.
 */
public record Manifest(Map<String, Object> tree) {

    private static final Class<?> WITHOUT_ORDER = Map.of("a", 1, "b", 2).getClass();

    public Manifest {
        tree = copyMap(tree);
    }

    /** A manifest that starts with apiVersion, kind and metadata of the given object. */
    public static Manifest of(ObjectRef ref, Map<String, Object> rest) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", ref.name());
        if (!ref.namespace().isEmpty()) {
            metadata.put("namespace", ref.namespace());
        }
        Map<String, Object> ordered = copyMap(rest);
        if (ordered.get("metadata") instanceof Map<?, ?> more) {
            more.forEach((key, value) -> metadata.put((String) key, value));
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", ref.kind().apiVersion());
        tree.put("kind", ref.kind().name());
        tree.put("metadata", metadata);
        ordered.forEach((key, value) -> {
            if (!key.equals("metadata")) {
                tree.put(key, value);
            }
        });
        return new Manifest(tree);
    }

    public ObjectRef ref() {
        return new ObjectRef(
                new Kind(text("apiVersion"), text("kind")), text("metadata", "namespace"), text("metadata", "name"));
    }

    public Optional<Object> at(FieldPath path) {
        return path.in(tree);
    }

    /** The value at a path of plain map keys; empty if there is none. */
    public Optional<Object> at(String... keys) {
        Object value = tree;
        for (int at = 0; at < keys.length && value != null; at++) {
            value = value instanceof Map<?, ?> map ? map.get(keys[at]) : null;
        }
        return Optional.ofNullable(value);
    }

    /** The string at a path of plain map keys; the empty string if there is none or it is no string. */
    public String text(String... keys) {
        return at(keys).filter(String.class::isInstance).map(String.class::cast).orElse("");
    }

    /** The whole number at a path of plain map keys; empty if there is none or it is no whole number. */
    public Optional<Long> number(String... keys) {
        return at(keys).filter(Long.class::isInstance).map(Long.class::cast);
    }

    /** The map at a path of plain map keys; an empty map if there is none. */
    @SuppressWarnings("unchecked") // trees are checked when they are copied: every map has string keys
    public Map<String, Object> map(String... keys) {
        return at(keys).filter(Map.class::isInstance)
                .map(map -> (Map<String, Object>) map)
                .orElse(Map.of());
    }

    /** The list at a path of plain map keys; an empty list if there is none. */
    @SuppressWarnings("unchecked") // trees are checked when they are copied
    public List<Object> list(String... keys) {
        return at(keys).filter(List.class::isInstance)
                .map(list -> (List<Object>) list)
                .orElse(List.of());
    }

    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        map("metadata", "labels").forEach((key, value) -> labels.put(key, String.valueOf(value)));
        return labels;
    }

    public String uid() {
        return text("metadata", "uid");
    }

    public String resourceVersion() {
        return text("metadata", "resourceVersion");
    }

    /** Whether the object is being deleted and waits for its end. */
    public boolean terminating() {
        return !text("metadata", "deletionTimestamp").isEmpty();
    }

    private static Map<String, Object> copyMap(Map<?, ?> map) {
        boolean sorted = map.getClass().equals(WITHOUT_ORDER);
        Map<String, Object> copy = sorted ? new TreeMap<>() : new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("a key is not a string: " + key);
            }
            if (value != null) {
                copy.put(name, copy(value));
            }
        });
        return Unsettled.guarded(Collections.unmodifiableMap(copy));
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copyMap(map);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            for (Object item : list) {
                if (item == null) {
                    throw new IllegalArgumentException("a list holds null");
                }
                copy.add(copy(item));
            }
            return Unsettled.guarded(Collections.unmodifiableList(copy));
        }
        if (value instanceof Text text) {
            boolean plain = text.encoding() == Text.Encoding.PLAIN;
            return plain && text.literal().isPresent() ? text.literal().get() : text;
        }
        return scalar(value);
    }

    private static Object scalar(Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof BigInteger) {
            return ((Number) value).longValue();
        }
        if (value instanceof Double || value instanceof Float) {
            return new BigDecimal(value.toString());
        }
        if (value instanceof String
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof BigDecimal
                || value instanceof Unsettled) {
            return value;
        }
        throw new IllegalArgumentException(
                "a leaf cannot be a " + value.getClass().getSimpleName());
    }
}
