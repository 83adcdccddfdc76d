// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.registry.Selectors;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Questions about pods, and how a workload makes one from its template. */
final class Pods {
    private Pods() {}

    /** Neither finished nor on its way out. */
    static boolean isActive(JsonNode pod) {
        return !Objects.isGoing(pod) && !isFinished(pod);
    }

    static boolean isFinished(JsonNode pod) {
        String phase = Json.text(pod, "status", "phase");
        return phase.equals("Failed") || phase.equals("Succeeded");
    }

    static boolean isReady(JsonNode pod) {
        return Conditions.isTrue(pod, "Ready");
    }

    static List<ObjectNode> active(List<ObjectNode> pods) {
        return pods.stream().filter(Pods::isActive).toList();
    }

    static int ready(List<ObjectNode> pods) {
        return (int) pods.stream().filter(Pods::isReady).count();
    }

    static boolean matches(JsonNode selector, JsonNode pod) {
        return Selectors.of(selector).test(Json.at(pod, "metadata", "labels"));
    }

    /** A pod of the owner's template, without a name. */
    static ObjectNode fromTemplate(JsonNode owner, ObjectNode reference) {
        JsonNode template = Json.at(owner, "spec", "template");
        ObjectNode pod = Json.object();
        ObjectNode metadata = pod.putObject("metadata");
        for (String name : new String[] {"labels", "annotations", "finalizers"}) {
            if (Json.at(template, "metadata").has(name)) {
                metadata.set(name, Json.at(template, "metadata", name).deepCopy());
            }
        }
        metadata.putArray("ownerReferences").add(reference);
        pod.set("spec", template.path("spec").deepCopy());
        return pod;
    }
}
