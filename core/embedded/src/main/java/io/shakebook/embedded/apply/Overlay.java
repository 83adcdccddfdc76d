// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.apply;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.schema.FieldType;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lays an applied tree over a live one: maps by key, keyed lists by item, everything else as a whole. */
final class Overlay {
    private Overlay() {}

    static JsonNode merge(JsonNode live, JsonNode applied, FieldType type) {
        if (applied.isObject() && live.isObject() && !(type instanceof FieldType.Atomic)) {
            return objects(live, applied, type);
        }
        if (applied.isArray() && live.isArray() && isKeyed(type)) {
            return lists(live, applied, type);
        }
        return applied.deepCopy();
    }

    private static boolean isKeyed(FieldType type) {
        return type instanceof FieldType.Items || type instanceof FieldType.ScalarSet;
    }

    private static ObjectNode objects(JsonNode live, JsonNode applied, FieldType type) {
        ObjectNode merged = ((ObjectNode) live).deepCopy();
        applied.properties().forEach(entry -> {
            String name = entry.getKey();
            merged.set(name, merge(live.path(name), entry.getValue(), Fields.field(type, name)));
        });
        return merged;
    }

    private static ArrayNode lists(JsonNode live, JsonNode applied, FieldType type) {
        Map<String, JsonNode> merged = new LinkedHashMap<>();
        Fields.parts(live, type)
                .forEach((step, part) -> merged.put(step, part.value().deepCopy()));
        Fields.parts(applied, type)
                .forEach((step, part) -> merged.merge(step, part.value(), (old, now) -> merge(old, now, part.type())));
        return Json.array().addAll(merged.values());
    }
}
