// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps numbered pods: made in order, one after the other is ready, and taken away from the end. */
final class StatefulSetController implements Controller {
    private static final String REVISION_LABEL = "controller-revision-hash";

    private final Objects objects;

    StatefulSetController(Objects objects) {
        this.objects = objects;
    }

    @Override
    public void reconcile(Alarm alarm) {
        Objects.each(objects.all(objects.statefulSets), set -> {
            if (!Objects.isGoing(set)) {
                pods(set);
                objects.changeStatus(objects.statefulSets, set, status -> status(status, set));
            }
        });
    }

    private static String revision(JsonNode set) {
        return Objects.name(set) + "-" + Templates.hash(Json.at(set, "spec", "template"));
    }

    private static int wanted(JsonNode set) {
        return (int) Json.number(set, 1, "spec", "replicas");
    }

    private void pods(ObjectNode set) {
        boolean parallel = Json.text(set, "spec", "podManagementPolicy").equals("Parallel");
        for (int ordinal = 0; ordinal < wanted(set); ordinal++) {
            Optional<ObjectNode> pod = pod(set, ordinal);
            if (pod.isEmpty()) {
                objects.create(objects.pods, Objects.namespace(set), newPod(set, ordinal));
            }
            pod.filter(StatefulSetController::isOrphan).ifPresent(found -> adopt(set, found));
            boolean settled = pod.filter(found -> Pods.isActive(found) && Pods.isReady(found))
                    .isPresent();
            if (!settled && !parallel) {
                return;
            }
        }
        if (!removeLast(set)) {
            replaceOutdated(set);
        }
    }

    private Optional<ObjectNode> pod(ObjectNode set, int ordinal) {
        return objects.find(objects.pods, Objects.namespace(set), Objects.name(set) + "-" + ordinal);
    }

    private static boolean isOrphan(JsonNode pod) {
        return Json.at(pod, "metadata", "ownerReferences").isEmpty() && !Objects.isGoing(pod);
    }

    /** A pod of the right name that nobody owns becomes a member, with the labels that it has, as in a real cluster. */
    private void adopt(ObjectNode set, ObjectNode pod) {
        objects.change(objects.pods, pod, live -> {
            ObjectNode metadata = Json.ensure(live, "metadata");
            metadata.putArray("ownerReferences").add(Objects.controllerReference(objects.statefulSets, set));
            Json.ensure(live, "metadata", "labels").put(REVISION_LABEL, revision(set));
        });
    }

    private static int ordinal(JsonNode pod) {
        String name = Objects.name(pod);
        try {
            return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** True if there is still one too many. */
    private boolean removeLast(ObjectNode set) {
        List<ObjectNode> surplus = new ArrayList<>(objects.ownedBy(set, objects.pods));
        surplus.removeIf(pod -> ordinal(pod) < wanted(set));
        surplus.sort((one, other) -> Integer.compare(ordinal(other), ordinal(one)));
        if (!surplus.isEmpty() && !Objects.isGoing(surplus.get(0))) {
            objects.delete(objects.pods, surplus.get(0));
        }
        return !surplus.isEmpty();
    }

    private void replaceOutdated(ObjectNode set) {
        if (!Json.text(set, "spec", "updateStrategy", "type").equals("RollingUpdate")) {
            return;
        }
        long partition = Json.number(set, 0, "spec", "updateStrategy", "rollingUpdate", "partition");
        for (int ordinal = wanted(set) - 1; ordinal >= partition; ordinal--) {
            Optional<ObjectNode> pod = pod(set, ordinal);
            if (pod.isPresent() && !isCurrent(set, pod.get())) {
                if (!Objects.isGoing(pod.get())) {
                    objects.delete(objects.pods, pod.get());
                }
                return;
            }
        }
    }

    private static boolean isCurrent(JsonNode set, JsonNode pod) {
        return Json.text(pod, "metadata", "labels", REVISION_LABEL).equals(revision(set));
    }

    private ObjectNode newPod(ObjectNode set, int ordinal) {
        String name = Objects.name(set) + "-" + ordinal;
        ObjectNode pod = Pods.fromTemplate(set, Objects.controllerReference(objects.statefulSets, set));
        Json.ensure(pod, "metadata").put("name", name);
        Json.ensure(pod, "metadata", "labels")
                .put("statefulset.kubernetes.io/pod-name", name)
                .put("apps.kubernetes.io/pod-index", Integer.toString(ordinal))
                .put(REVISION_LABEL, revision(set));
        Json.ensure(pod, "spec").put("hostname", name);
        if (!Json.text(set, "spec", "serviceName").isEmpty()) {
            Json.ensure(pod, "spec").put("subdomain", Json.text(set, "spec", "serviceName"));
        }
        return pod;
    }

    private void status(ObjectNode status, JsonNode set) {
        List<ObjectNode> pods = objects.ownedBy(set, objects.pods);
        List<ObjectNode> active = Pods.active(pods);
        int current = (int) active.stream().filter(pod -> isCurrent(set, pod)).count();
        int ready = Pods.ready(active);
        status.put("observedGeneration", (int) Json.number(set, 1, "metadata", "generation"));
        status.put("replicas", pods.size());
        ReplicaSetController.put(status, "readyReplicas", ready);
        status.put("availableReplicas", ready);
        ReplicaSetController.put(status, "updatedReplicas", current);
        String revision = revision(set);
        boolean rolledOut = current == wanted(set) && ready == wanted(set);
        String before = Json.text(status, "currentRevision");
        status.put("currentRevision", rolledOut || before.isEmpty() ? revision : before);
        boolean same = Json.text(status, "currentRevision").equals(revision);
        ReplicaSetController.put(status, "currentReplicas", same ? current : active.size() - current);
        status.put("updateRevision", revision).put("collisionCount", 0);
    }
}
