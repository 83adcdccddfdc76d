// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.spi.InvalidArgument;
import io.shakebook.spi.Output;
import io.shakebook.spi.kube.ClusterRef;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.value.FileContent;
import io.shakebook.spi.value.Late;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records as trees of JSON scalars, {@link Text}s, maps and lists, and back: how a plan keeps bound arguments. Whatever
 * is pending or secret stays a {@code Text} leaf, so that nobody needs the record's class to find it.
 */
public final class RecordTree {

    private RecordTree() {}

    /** Components by their names in kebab-case; optional ones that are empty are left out. */
    public static Map<String, Object> toTree(Record record) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (RecordShape.Component component : RecordShape.of(record.getClass()).components()) {
            tree(component.slot(), component.of(record)).ifPresent(value -> tree.put(component.name(), value));
        }
        return tree;
    }

    /**
     * The record that {@link #toTree} made the tree of.
     *
     * @throws InvalidArgument if the record refuses a value
     * @throws IllegalArgumentException if the tree has another form than this class of record
     */
    public static <R extends Record> R fromTree(Class<R> type, Map<String, Object> tree) {
        RecordShape shape = RecordShape.of(type);
        Object[] values = shape.components().stream()
                .map(component -> component(component, tree))
                .toArray();
        return type.cast(shape.create(values));
    }

    /** A single value, such as that of an output, as a tree. */
    public static Object valueTree(Object value) {
        return tree(Slot.of(value.getClass()), value)
                .orElseThrow(() -> new IllegalArgumentException("an output cannot be empty"));
    }

    /** The outputs of a record of them, by their names in kebab-case. */
    public static Map<String, Output<?>> outputs(Record outputs) {
        Map<String, Output<?>> named = new LinkedHashMap<>();
        RecordShape.of(outputs.getClass())
                .components()
                .forEach(component -> named.put(component.name(), (Output<?>) component.of(outputs)));
        return named;
    }

    private static Optional<Object> tree(Slot slot, Object value) {
        if (slot instanceof Slot.Maybe maybe) {
            return ((Optional<?>) value).flatMap(inner -> tree(maybe.inner(), inner));
        }
        if (slot instanceof Slot.Later later) {
            return value instanceof Late.Pending<?> pending
                    ? Optional.of(Text.pending(pending.ref()))
                    : tree(later.inner(), ((Late.Known<?>) value).value());
        }
        if (slot instanceof Slot.ListOf list) {
            return Optional.of(((List<?>) value)
                    .stream()
                            .map(item -> tree(list.inner(), item).orElseThrow())
                            .toList());
        }
        if (slot instanceof Slot.MapOf map) {
            Map<String, Object> tree = new LinkedHashMap<>();
            ((Map<?, ?>) value)
                    .forEach((key, item) ->
                            tree.put((String) key, tree(map.inner(), item).orElseThrow()));
            return Optional.of(tree);
        }
        if (slot instanceof Slot.Wrapped wrapped) {
            return tree(
                    wrapped.inner(),
                    RecordShape.of(wrapped.type()).components().get(0).of((Record) value));
        }
        if (slot instanceof Slot.Nested) {
            return Optional.of(toTree((Record) value));
        }
        return Optional.of(slot instanceof Slot.Choice ? Kebab.of((Enum<?>) value) : single((Slot.Single) slot, value));
    }

    private static Object single(Slot.Single single, Object value) {
        return switch (single) {
            case INT -> ((Number) value).longValue();
            case DOUBLE -> new BigDecimal(value.toString());
            case DURATION, FIELD_PATH -> value.toString();
            case TEXT -> plain((Text) value);
            case FILE -> file((FileContent) value);
            case SECRET -> Text.secret((SecretRef) value);
            case CLUSTER -> cluster((ClusterRef) value);
            default -> value;
        };
    }

    private static Object plain(Text text) {
        boolean plain = text.encoding() == Text.Encoding.PLAIN;
        return plain && text.literal().isPresent() ? text.literal().get() : text;
    }

    private static Map<String, Object> file(FileContent file) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("text", plain(file.text()));
        tree.put("format", file.format());
        return tree;
    }

    private static Map<String, Object> cluster(ClusterRef cluster) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", cluster.name());
        cluster.nodeAddress().ifPresent(address -> tree.put("node-address", address));
        return tree;
    }

    private static Object component(RecordShape.Component component, Map<String, Object> tree) {
        Object value = tree.get(component.name());
        if (value == null && !component.optional()) {
            throw new IllegalArgumentException("\"" + component.name() + "\" is missing");
        }
        return value == null ? Optional.empty() : value(component.slot(), value);
    }

    private static Object value(Slot slot, Object tree) {
        if (slot instanceof Slot.Maybe maybe) {
            return Optional.of(value(maybe.inner(), tree));
        }
        if (slot instanceof Slot.Later later) {
            boolean pending = tree instanceof Text text && text.holdsPending();
            return pending
                    ? new Late.Pending<>(((Text.Pending) ((Text) tree).parts().get(0)).ref())
                    : Late.of(value(later.inner(), tree));
        }
        if (slot instanceof Slot.ListOf list) {
            return ((List<?>) tree)
                    .stream().map(item -> value(list.inner(), item)).toList();
        }
        if (slot instanceof Slot.MapOf map) {
            Map<String, Object> values = new LinkedHashMap<>();
            ((Map<?, ?>) tree).forEach((key, item) -> values.put((String) key, value(map.inner(), item)));
            return values;
        }
        if (slot instanceof Slot.Wrapped wrapped) {
            return RecordShape.of(wrapped.type()).create(value(wrapped.inner(), tree));
        }
        if (slot instanceof Slot.Nested nested) {
            return fromTree(nested.type(), strings(tree));
        }
        return slot instanceof Slot.Choice choice ? constant(choice, tree) : known((Slot.Single) slot, tree);
    }

    private static Object known(Slot.Single single, Object tree) {
        return switch (single) {
            case INT -> Math.toIntExact((Long) number(tree));
            case LONG, BYTES -> number(tree);
            case DOUBLE -> new BigDecimal(String.valueOf(tree)).doubleValue();
            case DURATION -> Duration.parse((String) tree);
            case FIELD_PATH -> FieldPath.parse((String) tree);
            case TEXT -> text(tree);
            case FILE ->
                new FileContent(text(strings(tree).getOrDefault("text", "")), (String)
                        strings(tree).getOrDefault("format", ""));
            case SECRET -> ((Text.Secret) ((Text) tree).parts().get(0)).ref();
            case CLUSTER ->
                new ClusterRef((String) strings(tree).getOrDefault("name", ""), Optional.ofNullable((String)
                        strings(tree).get("node-address")));
            default -> tree;
        };
    }

    /** A pending number that was filled in arrives as its decimal text. */
    private static Object number(Object tree) {
        return tree instanceof String text ? Long.valueOf(text) : tree;
    }

    private static Text text(Object tree) {
        return tree instanceof Text text ? text : Text.of(String.valueOf(tree));
    }

    private static Object constant(Slot.Choice choice, Object tree) {
        for (Enum<?> constant : choice.type().getEnumConstants()) {
            if (Kebab.of(constant).equals(tree)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("\"" + tree + "\" is not " + choice.words());
    }

    @SuppressWarnings("unchecked") // trees are made by toTree: maps have string keys
    private static Map<String, Object> strings(Object tree) {
        return (Map<String, Object>) tree;
    }
}
