// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.registry;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Field selectors, on the few fields that have them. */
public final class FieldSelector {
    private static final Set<String> SUPPORTED = Set.of(
            "metadata.name",
            "metadata.namespace",
            "status.phase",
            "spec.nodeName",
            "spec.restartPolicy",
            "spec.schedulerName",
            "status.podIP",
            "spec.unschedulable",
            "spec.clusterIP",
            "spec.type",
            "type",
            "reason",
            "reportingComponent",
            "source");

    private FieldSelector() {}

    public static Predicate<JsonNode> of(Kind kind, String text) {
        Predicate<JsonNode> all = object -> true;
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                all = all.and(one(kind, part.trim()));
            }
        }
        return all;
    }

    private static Predicate<JsonNode> one(Kind kind, String part) {
        boolean not = part.contains("!=");
        String[] sides = part.split("!=|==|=", 2);
        if (sides.length < 2) {
            throw ApiFailure.badRequest("invalid selector: '" + part + "'; can't understand '" + part + "'");
        }
        String field = sides[0].trim();
        if (!SUPPORTED.contains(field) && !field.startsWith("involvedObject.")) {
            throw ApiFailure.badRequest("Unable to find \"" + kind.apiVersion() + ", Resource=" + kind.plural()
                    + "\" that match label selector \"\", field selector \"" + part + "\": field label not supported: "
                    + field);
        }
        String value = sides[1].trim();
        String[] path = field.split("\\.");
        return object -> not != Json.text(object, path).equals(value);
    }
}
