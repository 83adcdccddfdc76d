// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.spi.Doc;
import java.util.List;
import java.util.Optional;

/** What is to know of a record without an instance of it: for docs, messages and completion. */
public record RecordSchema(List<Field> fields) {

    /**
     * A component.
     *
     * @param name in kebab-case
     * @param type in words
     * @param defaultsTo written as in YAML
     * @param pending whether it may be known only after an earlier step
     */
    public record Field(
            String name,
            String type,
            boolean required,
            Optional<String> defaultsTo,
            String doc,
            String example,
            boolean pending) {}

    public RecordSchema {
        fields = List.copyOf(fields);
    }

    public static RecordSchema of(Class<? extends Record> type, Catalog catalog) {
        return new RecordSchema(RecordShape.of(type).components().stream()
                .map(component -> new Field(
                        component.name(),
                        words(component.slot(), catalog),
                        component.required(),
                        component.defaultsTo(),
                        component.doc().map(Doc::value).orElse(""),
                        component.doc().map(Doc::example).orElse(""),
                        mayBePending(component.slot())))
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

    private static boolean mayBePending(Slot slot) {
        if (slot instanceof Slot.Maybe maybe) {
            return mayBePending(maybe.inner());
        }
        if (slot instanceof Slot.ListOf list) {
            return mayBePending(list.inner());
        }
        if (slot instanceof Slot.MapOf map) {
            return mayBePending(map.inner());
        }
        return slot instanceof Slot.Later || slot == Slot.Single.TEXT || slot == Slot.Single.FILE;
    }
}
