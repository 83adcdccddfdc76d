// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.registry.Selectors;
import java.util.Comparator;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds a node for a pod: the one with the fewest pods among those that it may run on. */
final class Nodes {
    private final Objects objects;

    Nodes(Objects objects) {
        this.objects = objects;
    }

    Optional<ObjectNode> choose(JsonNode pod) {
        JsonNode wanted = Json.at(pod, "spec", "nodeSelector");
        return objects.all(objects.nodes).stream()
                .filter(node -> Conditions.isTrue(node, "Ready") && !Json.flag(node, "spec", "unschedulable"))
                .filter(node -> Selectors.equal(wanted).test(Json.at(node, "metadata", "labels")))
                .min(Comparator.comparingLong(this::pods));
    }

    private long pods(JsonNode node) {
        String name = Objects.name(node);
        return objects.all(objects.pods).stream()
                .filter(pod -> Json.text(pod, "spec", "nodeName").equals(name))
                .count();
    }

    /** The address of the named node, or a loopback one if it has none. */
    String address(String name) {
        return objects.find(objects.nodes, "", name)
                .flatMap(node -> Json.at(node, "status", "addresses")
                        .valueStream()
                        .filter(address -> Json.text(address, "type").equals("InternalIP"))
                        .map(address -> Json.text(address, "address"))
                        .findFirst())
                .orElse("127.0.0.1");
    }
}
