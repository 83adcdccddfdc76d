// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.registry;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Which objects of a kind a list, a watch or a collection delete is about. */
public record Selection(Kind kind, String namespace, Predicate<JsonNode> test) {

    /** @param namespace "" for all namespaces */
    public static Selection of(Kind kind, String namespace, String labels, String fields) {
        Predicate<JsonNode> byLabel = Selectors.labels(labels);
        Predicate<JsonNode> byField = FieldSelector.of(kind, fields);
        return new Selection(
                kind, namespace, object -> byLabel.test(Json.at(object, "metadata", "labels")) && byField.test(object));
    }

    public boolean has(JsonNode object) {
        return test.test(object)
                && (namespace.isEmpty()
                        || Json.text(object, "metadata", "namespace").equals(namespace));
    }
}
