// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.json.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a Deployment reports of itself. Its replicas do not count pods that are terminating. */
final class DeploymentStatus {
    private final Objects objects;

    DeploymentStatus(Objects objects) {
        this.objects = objects;
    }

    void update(ObjectNode deployment, Optional<ObjectNode> current, List<ObjectNode> old, Alarm alarm) {
        List<ObjectNode> updated = new ArrayList<>(
                current.map(set -> objects.ownedBy(set, objects.pods)).orElse(List.of()));
        List<ObjectNode> all = new ArrayList<>(updated);
        old.forEach(set -> all.addAll(objects.ownedBy(set, objects.pods)));
        List<ObjectNode> active = Pods.active(all);
        int wanted = DeploymentController.wanted(deployment);
        int ready = Pods.ready(active);
        int fresh = Pods.active(updated).size();
        objects.changeStatus(objects.deployments, deployment, status -> {
            status.put("observedGeneration", (int) Json.number(deployment, 1, "metadata", "generation"));
            ReplicaSetController.put(status, "replicas", active.size());
            ReplicaSetController.put(status, "updatedReplicas", fresh);
            ReplicaSetController.put(status, "readyReplicas", ready);
            ReplicaSetController.put(status, "availableReplicas", ready);
            ReplicaSetController.put(status, "unavailableReplicas", Math.max(0, wanted - ready));
            status.put("terminatingReplicas", (int)
                    all.stream().filter(Objects::isGoing).count());
            ObjectNode before = status.deepCopy();
            ArrayNode conditions = status.putArray("conditions");
            conditions.add(available(before, deployment, wanted, ready));
            boolean complete = fresh == wanted && active.size() == wanted && ready == wanted;
            conditions.add(progressing(before, deployment, current, complete, alarm));
        });
    }

    private ObjectNode available(JsonNode before, JsonNode deployment, int wanted, int ready) {
        boolean rolling = Json.text(deployment, "spec", "strategy", "type").equals("RollingUpdate");
        int missing = rolling ? RollingLimits.of(deployment, wanted).unavailable() : 0;
        boolean enough = ready >= wanted - missing;
        String now = objects.stamps().now();
        ObjectNode condition = Conditions.of(
                before,
                "Available",
                enough,
                enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                enough ? "Deployment has minimum availability." : "Deployment does not have minimum availability.",
                now);
        return condition.put("lastUpdateTime", Json.text(condition, "lastTransitionTime"));
    }

    private ObjectNode progressing(
            JsonNode before, JsonNode deployment, Optional<ObjectNode> current, boolean complete, Alarm alarm) {
        String set = current.map(Objects::name).orElse("");
        JsonNode old = Conditions.find(before, "Progressing");
        String now = objects.stamps().now();
        if (complete) {
            return updated(
                    before,
                    true,
                    "NewReplicaSetAvailable",
                    "ReplicaSet \"" + set + "\" has successfully progressed.",
                    now);
        }
        boolean sameRollout = Json.text(old, "message").contains("\"" + set + "\"")
                && !Json.text(old, "reason").equals("NewReplicaSetAvailable");
        if (sameRollout && isLate(old, deployment, alarm)) {
            return updated(
                    before,
                    false,
                    "ProgressDeadlineExceeded",
                    "ReplicaSet \"" + set + "\" has timed out progressing.",
                    now);
        }
        return updated(before, true, "ReplicaSetUpdated", "ReplicaSet \"" + set + "\" is progressing.", now);
    }

    private boolean isLate(JsonNode old, JsonNode deployment, Alarm alarm) {
        if (Json.text(old, "reason").equals("ProgressDeadlineExceeded")) {
            return true;
        }
        try {
            Instant deadline = Instant.parse(Json.text(old, "lastUpdateTime"))
                    .plusSeconds(Json.number(deployment, 600, "spec", "progressDeadlineSeconds"));
            alarm.at(deadline);
            return !objects.stamps().instant().isBefore(deadline);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static ObjectNode updated(JsonNode before, boolean holds, String reason, String message, String now) {
        ObjectNode condition = Conditions.of(before, "Progressing", holds, reason, message, now);
        JsonNode old = Conditions.find(before, "Progressing");
        boolean same = Json.text(old, "reason").equals(reason)
                && Json.text(old, "message").equals(message);
        return condition.put("lastUpdateTime", same ? Json.text(old, "lastUpdateTime") : now);
    }
}
