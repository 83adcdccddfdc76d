// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules for the metadata of every object. */
final class Metadata {
    private Metadata() {}

    static void validate(Kind kind, ObjectNode object, Violations found) {
        String name = Json.text(object, "metadata", "name");
        if (name.isEmpty()) {
            found.required("metadata.name", "name or generateName is required");
        } else {
            wrongName(kind, name).ifPresent(why -> found.invalid("metadata.name", name, why));
        }
        labels(Json.at(object, "metadata", "labels"), "metadata.labels", found);
        Json.at(object, "metadata", "annotations")
                .propertyNames()
                .forEach(key -> Names.labelKey(key.toLowerCase(java.util.Locale.ROOT))
                        .ifPresent(why -> found.invalid("metadata.annotations", key, why)));
    }

    private static Optional<String> wrongName(Kind kind, String name) {
        return kind.has("label") ? Names.label(name) : Names.subdomain(name);
    }

    static void labels(JsonNode labels, String field, Violations found) {
        labels.properties().forEach(entry -> {
            Names.labelKey(entry.getKey()).ifPresent(why -> found.invalid(field, entry.getKey(), why));
            String value = entry.getValue().asString("");
            Names.labelValue(value).ifPresent(why -> found.invalid(field, value, why));
        });
    }
}
