// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.spi.Doc;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to know of a record without an instance of it: for docs, messages and completion. */
public record RecordSchema(List<Field> fields) {

    /**
     * A component.
     *
     * @param name in kebab-case
     * @param type in words
     * @param defaultsTo written as in YAML
     * @param pending whether it may be known only after an earlier step
     * @param fields those of the record that it takes, also as an item of a list or a map; none for what an inventory names
     */
    public record Field(
            String name,
            String type,
            boolean required,
            Optional<String> defaultsTo,
            String doc,
            String example,
            boolean pending,
            List<Field> fields) {
        public Field {
            fields = List.copyOf(fields);
        }
    }

    public RecordSchema {
        fields = List.copyOf(fields);
    }

    public static RecordSchema of(Class<? extends Record> type, Catalog catalog) {
        return of(type, catalog, List.of());
    }

    /** @param around the records that this one stands in: one that holds itself is not taken apart without end */
    private static RecordSchema of(Class<? extends Record> type, Catalog catalog, List<Class<?>> around) {
        List<Class<?>> open = Stream.concat(around.stream(), Stream.of(type)).toList();
        return new RecordSchema(RecordShape.of(type).components().stream()
                .map(component -> new Field(
                        component.name(),
                        words(component.slot(), catalog),
                        component.required(),
                        component.defaultsTo(),
                        component.doc().map(Doc::value).orElse(""),
                        component.doc().map(Doc::example).orElse(""),
                        mayBePending(component.slot()),
                        nested(component.slot())
                                .filter(record -> catalog.typeOf(record).isEmpty() && !open.contains(record))
                                .map(record -> of(record, catalog, open).fields())
                                .orElse(List.of())))
                .toList());
    }

    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /** For messages: {@code a redis} for an inventory type's record. */
    static String words(Slot slot, Catalog catalog) {
        if (slot instanceof Slot.Maybe maybe) {
            return words(maybe.inner(), catalog);
        }
        if (slot instanceof Slot.ListOf list) {
            return "a list, each item " + words(list.inner(), catalog);
        }
        if (slot instanceof Slot.MapOf map) {
            return "a map, each value " + words(map.inner(), catalog);
        }
        Optional<Class<? extends Record>> record = slot instanceof Slot.Nested nested
                ? Optional.of(nested.type())
                : slot instanceof Slot.Wrapped wrapped ? Optional.of(wrapped.type()) : Optional.empty();
        return record.flatMap(catalog::typeOf).map(type -> "a " + type.name()).orElse(slot.words());
    }

    private static Optional<Class<? extends Record>> nested(Slot slot) {
        return innermost(slot) instanceof Slot.Nested nested ? Optional.of(nested.type()) : Optional.empty();
    }

    private static Slot innermost(Slot slot) {
        if (slot instanceof Slot.Later later) {
            return innermost(later.inner());
        }
        Slot inner = within(slot);
        return inner == slot ? slot : innermost(inner);
    }

    /** What an optional value, a list or a map holds. */
    private static Slot within(Slot slot) {
        if (slot instanceof Slot.Maybe maybe) {
            return maybe.inner();
        }
        if (slot instanceof Slot.ListOf list) {
            return list.inner();
        }
        return slot instanceof Slot.MapOf map ? map.inner() : slot;
    }

    private static boolean mayBePending(Slot slot) {
        Slot inner = within(slot);
        return inner != slot
                ? mayBePending(inner)
                : slot instanceof Slot.Later || slot == Slot.Single.TEXT || slot == Slot.Single.FILE;
    }
}
