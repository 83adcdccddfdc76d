// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The list of conditions in a status. */
final class Conditions {
    private Conditions() {}

    static boolean isTrue(JsonNode object, String type) {
        return Json.at(object, "status", "conditions")
                .valueStream()
                .anyMatch(condition -> Json.text(condition, "type").equals(type)
                        && Json.text(condition, "status").equals("True"));
    }

    /**
     * The condition with these words, in place of the one of its type in the old status. Times are kept while nothing
     * changes.
     */
    static ObjectNode of(JsonNode oldStatus, String type, boolean holds, String reason, String message, String now) {
        String state = holds ? "True" : "False";
        ObjectNode condition = Json.object().put("type", type).put("status", state);
        JsonNode old = find(oldStatus, type);
        boolean same = Json.text(old, "status").equals(state);
        condition.put("lastTransitionTime", same ? Json.text(old, "lastTransitionTime") : now);
        if (!reason.isEmpty()) {
            condition.put("reason", reason);
        }
        if (!message.isEmpty()) {
            condition.put("message", message);
        }
        return condition;
    }

    static JsonNode find(JsonNode status, String type) {
        for (JsonNode condition : status.path("conditions")) {
            if (Json.text(condition, "type").equals(type)) {
                return condition;
            }
        }
        return Json.missing();
    }
}
