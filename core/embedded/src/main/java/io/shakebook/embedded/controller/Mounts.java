// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Which ConfigMap or Secret a pod needs and does not find. */
final class Mounts {
    private final Objects objects;

    Mounts(Objects objects) {
        this.objects = objects;
    }

    /** As in an event: {@code configmap "redis-sync-0"}. */
    Optional<String> missing(JsonNode pod) {
        String namespace = Objects.namespace(pod);
        for (JsonNode volume : Json.at(pod, "spec", "volumes")) {
            Optional<String> missing = absent(objects.configMaps, namespace, volume.path("configMap"), "name")
                    .or(() -> absent(objects.secrets, namespace, volume.path("secret"), "secretName"));
            if (missing.isPresent()) {
                return missing;
            }
        }
        for (JsonNode container : Json.at(pod, "spec", "containers")) {
            Optional<String> missing = missingVariables(container, namespace);
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private Optional<String> missingVariables(JsonNode container, String namespace) {
        for (JsonNode variable : container.path("env")) {
            JsonNode from = variable.path("valueFrom");
            Optional<String> missing = absent(objects.configMaps, namespace, from.path("configMapKeyRef"), "name")
                    .or(() -> absent(objects.secrets, namespace, from.path("secretKeyRef"), "name"));
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private Optional<String> absent(Kind kind, String namespace, JsonNode reference, String field) {
        String name = Json.text(reference, field);
        if (name.isEmpty() || Json.flag(reference, "optional")) {
            return Optional.empty();
        }
        return objects.find(kind, namespace, name).isPresent()
                ? Optional.empty()
                : Optional.of(kind.singular() + " \"" + name + "\"");
    }
}
