// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import io.shakebook.embedded.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Deployments, ReplicaSets and StatefulSets have in common: replicas, a selector, a pod template. */
final class Workloads {
    private Workloads() {}

    static ObjectNode defaults(ObjectNode object) {
        ObjectNode spec = Json.ensure(object, "spec");
        Json.putIfAbsent(spec, "replicas", 1);
        PodTemplates.defaults(Json.ensure(spec, "template", "spec"));
        return spec;
    }

    static void validate(ObjectNode object, Violations found) {
        JsonNode spec = object.path("spec");
        if (Json.number(spec, 0, "replicas") < 0) {
            found.invalid("spec.replicas", spec.path("replicas"), "must be greater than or equal to 0");
        }
        JsonNode selector = spec.path("selector");
        JsonNode labels = Json.at(spec, "template", "metadata", "labels");
        if (selector.isMissingNode()) {
            found.required("spec.selector", "");
        } else if (selector.path("matchLabels").isEmpty()
                && selector.path("matchExpressions").isEmpty()) {
            found.invalid("spec.selector", selector, "empty selector is invalid for deployment");
        }
        if (!selector.isMissingNode() && !matches(selector, labels)) {
            found.invalid(
                    "spec.template.metadata.labels",
                    labels.isMissingNode() ? Json.object() : labels,
                    "`selector` does not match template `labels`");
        }
        Metadata.labels(labels, "spec.template.labels", found);
        PodTemplates.validate(Json.at(spec, "template", "spec"), "spec.template.spec", found);
        if (!Json.text(spec, "template", "spec", "restartPolicy").equals("Always")) {
            found.oneOf(
                    "spec.template.spec.restartPolicy",
                    Json.text(spec, "template", "spec", "restartPolicy"),
                    java.util.List.of("Always"));
        }
    }

    private static boolean matches(JsonNode selector, JsonNode labels) {
        return selector.path("matchLabels")
                .propertyStream()
                .allMatch(entry -> labels.path(entry.getKey()).equals(entry.getValue()));
    }

    static void fixed(ObjectNode before, ObjectNode after, String field, Violations found) {
        if (!Json.at(before, "spec", field).equals(Json.at(after, "spec", field))) {
            found.immutable("spec." + field, Json.at(after, "spec", field));
        }
    }
}
