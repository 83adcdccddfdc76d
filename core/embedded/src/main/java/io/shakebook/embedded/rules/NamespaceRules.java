// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import io.shakebook.embedded.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A namespace carries its own name as a label, and a finalizer that its emptying removes. */
final class NamespaceRules implements KindRules {
    @Override
    public void defaults(ObjectNode object) {
        String name = Json.text(object, "metadata", "name");
        if (!name.isEmpty()) {
            Json.putIfAbsent(Json.ensure(object, "metadata", "labels"), "kubernetes.io/metadata.name", name);
        }
        ObjectNode spec = Json.ensure(object, "spec");
        if (!spec.has("finalizers")) {
            spec.putArray("finalizers").add("kubernetes");
        }
        Json.putIfAbsent(Json.ensure(object, "status"), "phase", "Active");
    }
}
