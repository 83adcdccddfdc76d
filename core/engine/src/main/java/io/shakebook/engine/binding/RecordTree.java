// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.binding.RecordShape.Component;
import io.shakebook.spi.Output;
import io.shakebook.spi.kube.ClusterRef;
import io.shakebook.spi.value.FileContent;
import io.shakebook.spi.value.Late;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Records as trees of maps and lists whose leaves are String, Long, BigDecimal, Boolean or {@link Text}. What is absent
 * is left out; what is pending, or a secret, is a Text with one part.
 */
public final class RecordTree {

    private static final RecordTree WHOLE = new RecordTree(record -> Optional.empty());
    private final Function<Record, Optional<Object>> leaves;

    private RecordTree(Function<Record, Optional<Object>> leaves) {
        this.leaves = leaves;
    }

    /** Keys are in kebab-case, in the order of the record. */
    public static Map<String, Object> toTree(Record record) {
        return WHOLE.tree(record);
    }

    /** @param leaves what stands for a record within this one instead of its own tree */
    public static Map<String, Object> toTree(Record record, Function<Record, Optional<Object>> leaves) {
        return new RecordTree(leaves).tree(record);
    }

    private Map<String, Object> tree(Record record) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Component component : RecordShape.of(record.getClass()).components()) {
            write(component.of(record)).ifPresent(value -> tree.put(component.name(), value));
        }
        return tree;
    }

    /** A single value, such as that of an output. */
    public static Object valueTree(Object value) {
        return WHOLE.write(value).orElseThrow(() -> new IllegalArgumentException("an output cannot be empty"));
    }

    /** The outputs of a record of them; keys as of {@link #toTree}. */
    public static Map<String, Output<?>> outputs(Record outputs) {
        Map<String, Output<?>> named = new LinkedHashMap<>();
        for (Component component : RecordShape.of(outputs.getClass()).components()) {
            named.put(component.name(), (Output<?>) component.of(outputs));
        }
        return named;
    }

    private Optional<Object> write(Object value) {
        if (value instanceof Optional<?> maybe) {
            return maybe.flatMap(this::write);
        }
        if (value instanceof Late<?> late) {
            return late instanceof Late.Pending<?> pending
                    ? Optional.of(Text.pending(pending.ref()))
                    : write(((Late.Known<?>) late).value());
        }
        if (value instanceof List<?> list) {
            return Optional.of(
                    list.stream().flatMap(item -> write(item).stream()).toList());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> tree = new LinkedHashMap<>();
            map.forEach((key, item) -> write(item).ifPresent(one -> tree.put((String) key, one)));
            return Optional.of(tree);
        }
        return Optional.of(
                value instanceof Record record ? leaves.apply(record).orElseGet(() -> record(record)) : single(value));
    }

    private Object record(Record record) {
        if (record instanceof Text) {
            return record;
        }
        if (record instanceof SecretRef secret) {
            return Text.secret(secret);
        }
        boolean path = Slot.SINGLES.get(record.getClass()) == Slot.Single.FIELD_PATH;
        if (path) {
            return record.toString();
        }
        return record.getClass() != FileContent.class && Slot.of(record.getClass()) instanceof Slot.Wrapped
                ? single(RecordShape.of(record.getClass()).components().get(0).of(record))
                : tree(record);
    }

    private static Object single(Object value) {
        if (value instanceof Integer whole) {
            return whole.longValue();
        }
        if (value instanceof Double number) {
            return new BigDecimal(number.toString());
        }
        if (value instanceof Enum<?> constant) {
            return Kebab.of(constant);
        }
        return value instanceof java.time.Duration ? value.toString() : value;
    }

    /**
     * The record again; equal to the one that was written.
     *
     * @throws IllegalArgumentException if the tree has another form; an {@code InvalidArgument} if the record refuses a value
     */
    public static <R extends Record> R fromTree(Class<R> type, Map<String, ?> tree) {
        RecordShape shape = RecordShape.of(type);
        List<Object> values = new ArrayList<>();
        for (Component component : shape.components()) {
            Object value = tree.get(component.name());
            if (value == null && !component.optional()) {
                throw new IllegalArgumentException(
                        "\"" + component.name() + "\" is missing in " + type.getSimpleName());
            }
            values.add(value == null ? Optional.empty() : read(component.slot(), value, component.name()));
        }
        return type.cast(shape.create(values.toArray()));
    }

    private static Object read(Slot slot, Object tree, String name) {
        if (slot instanceof Slot.Maybe maybe) {
            return Optional.of(read(maybe.inner(), tree, name));
        }
        if (slot instanceof Slot.Later later) {
            return later(later, tree, name);
        }
        if (slot instanceof Slot.ListOf list && tree instanceof List<?> items) {
            return items.stream().map(item -> read(list.inner(), item, name)).toList();
        }
        if (slot instanceof Slot.MapOf map && tree instanceof Map<?, ?> entries) {
            Map<String, Object> read = new LinkedHashMap<>();
            entries.forEach((key, item) -> read.put((String) key, read(map.inner(), item, name + "." + key)));
            return java.util.Collections.unmodifiableMap(read);
        }
        if (slot instanceof Slot.Nested nested && tree instanceof Map<?, ?> entries) {
            return fromTree(nested.type(), strings(entries));
        }
        if (slot instanceof Slot.Wrapped wrapped) {
            return RecordShape.of(wrapped.type()).create(read(wrapped.inner(), tree, name));
        }
        return TreeLeaf.read(slot, tree)
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" must be " + slot.words()
                        + ", but is a " + tree.getClass().getSimpleName()));
    }

    /** A text that was pending and is filled by now stands for a value of the inner type. */
    private static Object later(Slot.Later later, Object tree, String name) {
        if (tree instanceof Text text
                && text.parts().size() == 1
                && text.parts().get(0) instanceof Text.Pending pending) {
            return new Late.Pending<>(pending.ref());
        }
        return Late.of(read(later.inner(), tree, name));
    }

    static Object cluster(Map<?, ?> tree) {
        return new ClusterRef(String.valueOf(tree.get("name")), Optional.ofNullable((String) tree.get("node-address")));
    }

    @SuppressWarnings("unchecked") // keys of trees are strings
    static Map<String, Object> strings(Map<?, ?> tree) {
        return (Map<String, Object>) tree;
    }
}
