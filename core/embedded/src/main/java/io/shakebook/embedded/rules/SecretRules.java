// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import io.shakebook.embedded.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** stringData ends up in data, as base64; the type is fixed. */
final class SecretRules implements KindRules {
    @Override
    public void defaults(ObjectNode object) {
        Json.putIfAbsent(object, "type", "Opaque");
        if (object.remove("stringData") instanceof ObjectNode plain) {
            ObjectNode data = Json.ensure(object, "data");
            plain.properties().forEach(entry -> data.put(entry.getKey(), encoded(entry.getValue())));
        }
    }

    private static String encoded(JsonNode value) {
        return Base64.getEncoder().encodeToString(value.asString("").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void validate(ObjectNode object, Violations found) {
        ConfigMapRules.keys(object, "data", found);
        ConfigMapRules.size(object, "data", found);
    }

    @Override
    public void validateChange(ObjectNode before, ObjectNode after, Violations found) {
        if (!before.path("type").equals(after.path("type"))) {
            found.immutable("type", after.path("type"));
        }
        ConfigMapRules.frozen(before, after, found);
    }
}
