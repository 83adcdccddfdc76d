// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.json.Json;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps as many active pods as a ReplicaSet wants. */
final class ReplicaSetController implements Controller {
    /** Which pods go first: those that are not ready, then the youngest. */
    private static final Comparator<ObjectNode> FIRST_TO_GO = Comparator.comparing(
                    (ObjectNode pod) -> Pods.isReady(pod))
            .thenComparing(pod -> Json.text(pod, "metadata", "creationTimestamp"), Comparator.reverseOrder());

    private final Objects objects;

    ReplicaSetController(Objects objects) {
        this.objects = objects;
    }

    @Override
    public void reconcile(Alarm alarm) {
        Objects.each(objects.all(objects.replicaSets), this::reconcile);
    }

    private void reconcile(ObjectNode set) {
        List<ObjectNode> pods = objects.ownedBy(set, objects.pods).stream()
                .filter(pod -> Pods.matches(Json.at(set, "spec", "selector"), pod))
                .toList();
        List<ObjectNode> active = Pods.active(pods);
        int wanted = (int) Json.number(set, 0, "spec", "replicas");
        if (!Objects.isGoing(set)) {
            for (int i = active.size(); i < wanted; i++) {
                objects.create(objects.pods, Objects.namespace(set), pod(set));
            }
            active.stream()
                    .sorted(FIRST_TO_GO)
                    .limit(Math.max(0, active.size() - wanted))
                    .forEach(pod -> objects.delete(objects.pods, pod));
        }
        objects.changeStatus(objects.replicaSets, set, status -> status(status, set));
    }

    private ObjectNode pod(ObjectNode set) {
        ObjectNode pod = Pods.fromTemplate(set, Objects.controllerReference(objects.replicaSets, set));
        Json.ensure(pod, "metadata").put("generateName", Objects.name(set) + "-");
        return pod;
    }

    private void status(ObjectNode status, JsonNode set) {
        List<ObjectNode> pods = objects.ownedBy(set, objects.pods);
        List<ObjectNode> active = Pods.active(pods);
        int ready = Pods.ready(active);
        status.put("replicas", active.size());
        put(status, "fullyLabeledReplicas", active.size());
        put(status, "readyReplicas", ready);
        put(status, "availableReplicas", ready);
        status.put("terminatingReplicas", (int)
                pods.stream().filter(Objects::isGoing).count());
        status.put("observedGeneration", (int) Json.number(set, 1, "metadata", "generation"));
    }

    /** Zero counts are left out, as on a real server. */
    static void put(ObjectNode status, String name, int count) {
        if (count == 0) {
            status.remove(name);
        } else {
            status.put(name, count);
        }
    }
}
