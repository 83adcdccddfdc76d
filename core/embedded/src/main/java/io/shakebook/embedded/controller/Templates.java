// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.registry.Stamps;
import java.util.TreeMap;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pod templates, compared by content. */
final class Templates {
    static final String HASH_LABEL = "pod-template-hash";

    private Templates() {}

    static String hash(JsonNode template) {
        CRC32 crc = new CRC32();
        crc.update(Json.bytes(sorted(withoutHash(template))));
        return Stamps.letters(crc.getValue());
    }

    static JsonNode withoutHash(JsonNode template) {
        JsonNode copy = template.deepCopy();
        if (Json.at(copy, "metadata", "labels") instanceof ObjectNode labels) {
            labels.remove(HASH_LABEL);
        }
        return copy;
    }

    /** The same content gives the same bytes, whatever order it was sent in. */
    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(entry -> fields.put(entry.getKey(), sorted(entry.getValue())));
            ObjectNode object = Json.object();
            object.setAll(fields);
            return object;
        }
        if (node.isArray()) {
            ArrayNode list = Json.array();
            node.forEach(item -> list.add(sorted(item)));
            return list;
        }
        return node;
    }
}
