// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.apply;

import io.shakebook.embedded.schema.FieldType;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How a value falls apart into fields with an owner each, by its declared type. */
final class Fields {
    private Fields() {}

    /** One part of a value and the type it has. */
    record Part(JsonNode value, FieldType type) {}

    /** True if the value has one owner as a whole. */
    static boolean isLeaf(JsonNode value, FieldType type) {
        return !value.isContainer() || parts(value, type).isEmpty();
    }

    /** The parts by path step; empty for a leaf. */
    static Map<String, Part> parts(JsonNode value, FieldType type) {
        Map<String, Part> parts = new LinkedHashMap<>();
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                if (!(type instanceof FieldType.Atomic)) {
                    parts.put(Step.field(entry.getKey()), new Part(entry.getValue(), field(type, entry.getKey())));
                }
            }
        } else if (type instanceof FieldType.Items items) {
            value.forEach(item -> parts.put(Step.item(item, items.keys()), new Part(item, items.item())));
        } else if (type instanceof FieldType.ScalarSet) {
            value.forEach(item -> parts.put(Step.value(item), new Part(item, FieldType.Scalar.TEXT)));
        }
        return parts;
    }

    static FieldType field(FieldType type, String name) {
        if (type instanceof FieldType.Struct struct) {
            return struct.fields().getOrDefault(name, new FieldType.Open());
        }
        return type instanceof FieldType.Entries entries ? entries.value() : new FieldType.Open();
    }

    /** What a manager owns who applies this value: the leaves and the list items. */
    static FieldSet owned(JsonNode value, FieldType type) {
        Map<String, Part> parts = parts(value, type);
        if (parts.isEmpty()) {
            return FieldSet.leaf();
        }
        Map<String, FieldSet> children = new LinkedHashMap<>();
        boolean list = value.isArray();
        parts.forEach((step, part) -> {
            FieldSet inner = owned(part.value(), part.type());
            children.put(step, list ? inner.union(FieldSet.leaf()) : inner);
        });
        return FieldSet.of(false, children);
    }
}
