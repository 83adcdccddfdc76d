// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.apply;

import io.shakebook.embedded.json.InvalidJson;
import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.schema.FieldType;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One step of a field path, spelt as in FieldsV1: {@code f:name}, {@code k:{"name":"app"}}, {@code v:"finalizer"}. */
final class Step {
    private Step() {}

    static String field(String name) {
        return "f:" + name;
    }

    /** The step to a list item, by the values of its keys. */
    static String item(JsonNode item, List<FieldType.Key> keys) {
        Map<String, JsonNode> values = new TreeMap<>();
        for (FieldType.Key key : keys) {
            JsonNode value = item.path(key.name());
            if (Json.absent(value) && !key.absent().isEmpty()) {
                values.put(key.name(), Json.object().stringNode(key.absent()));
            } else if (!Json.absent(value)) {
                values.put(key.name(), value);
            }
        }
        ObjectNode tree = Json.object();
        tree.setAll(values);
        return "k:" + new String(Json.bytes(tree), java.nio.charset.StandardCharsets.UTF_8);
    }

    static String value(JsonNode value) {
        return "v:" + new String(Json.bytes(value), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** As in messages: {@code .data.a}, {@code .spec.ports[port=6379,protocol="TCP"].nodePort}. */
    static String shown(List<String> path) {
        StringBuilder text = new StringBuilder();
        for (String step : path) {
            text.append(step.startsWith("f:") ? "." + step.substring(2) : bracket(step));
        }
        return text.toString();
    }

    private static String bracket(String step) {
        if (step.startsWith("v:")) {
            return "[=" + step.substring(2) + "]";
        }
        try {
            StringJoiner keys = new StringJoiner(",", "[", "]");
            Json.parse(step.substring(2)).properties().forEach(key -> keys.add(key.getKey() + "=" + key.getValue()));
            return keys.toString();
        } catch (InvalidJson e) {
            return "[" + step + "]";
        }
    }
}
