// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.apply;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.schema.FieldType;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes fields out of a tree, and what is left empty by that; what somebody still owns stays. */
final class Removal {
    private Removal() {}

    /** The tree without the dropped fields, or a missing node if nothing of it is left. */
    static JsonNode without(JsonNode value, FieldType type, FieldSet dropped, FieldSet kept) {
        if (dropped.isEmpty()) {
            return value;
        }
        if (dropped.member() && kept.isEmpty()) {
            return Json.missing();
        }
        Map<String, Fields.Part> parts = Fields.parts(value, type);
        if (parts.isEmpty()) {
            return value;
        }
        return value.isObject() ? object(parts, dropped, kept) : list(parts, dropped, kept);
    }

    private static JsonNode object(Map<String, Fields.Part> parts, FieldSet dropped, FieldSet kept) {
        ObjectNode left = Json.object();
        parts.forEach((step, part) -> {
            JsonNode rest = without(part.value(), part.type(), dropped.child(step), kept.child(step));
            if (!rest.isMissingNode()) {
                left.set(step.substring("f:".length()), rest);
            }
        });
        return left.isEmpty() && kept.isEmpty() ? Json.missing() : left;
    }

    private static JsonNode list(Map<String, Fields.Part> parts, FieldSet dropped, FieldSet kept) {
        ArrayNode left = Json.array();
        parts.forEach((step, part) -> {
            JsonNode rest = without(part.value(), part.type(), dropped.child(step), kept.child(step));
            if (!rest.isMissingNode()) {
                left.add(rest);
            }
        });
        return left.isEmpty() && kept.isEmpty() ? Json.missing() : left;
    }
}
