// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rolls Deployments out over ReplicaSets. Recreate protects changes of the template only: a Deployment that is scaled
 * up again starts a pod beside one that is still terminating, as a real one does.
 */
final class DeploymentController implements Controller {
    private static final String REVISION = "deployment.kubernetes.io/revision";

    private final Objects objects;
    private final DeploymentStatus status;

    DeploymentController(Objects objects) {
        this.objects = objects;
        this.status = new DeploymentStatus(objects);
    }

    @Override
    public void reconcile(Alarm alarm) {
        Objects.each(objects.all(objects.deployments), deployment -> {
            if (!Objects.isGoing(deployment)) {
                reconcile(deployment, alarm);
            }
        });
    }

    private void reconcile(ObjectNode deployment, Alarm alarm) {
        List<ObjectNode> sets = objects.ownedBy(deployment, objects.replicaSets).stream()
                .filter(set -> !Objects.isGoing(set))
                .toList();
        JsonNode template = Templates.withoutHash(Json.at(deployment, "spec", "template"));
        Optional<ObjectNode> current = sets.stream()
                .filter(set ->
                        Templates.withoutHash(Json.at(set, "spec", "template")).equals(template))
                .findFirst();
        List<ObjectNode> old = sets.stream()
                .filter(set -> current.map(found -> !found.equals(set)).orElse(true))
                .toList();
        if (Json.flag(deployment, "spec", "paused")) {
            current.ifPresent(set -> scale(set, wanted(deployment)));
        } else if (Json.text(deployment, "spec", "strategy", "type").equals("Recreate")) {
            recreate(deployment, current, old);
        } else {
            roll(deployment, current.orElseGet(() -> newSet(deployment, old, 0)), old);
        }
        current.ifPresent(set -> revise(deployment, set, old));
        tidy(deployment, old);
        status.update(deployment, current, old, alarm);
    }

    static int wanted(JsonNode deployment) {
        return (int) Json.number(deployment, 1, "spec", "replicas");
    }

    private void recreate(ObjectNode deployment, Optional<ObjectNode> current, List<ObjectNode> old) {
        old.forEach(set -> scale(set, 0));
        boolean oldPods = old.stream()
                .flatMap(set -> objects.ownedBy(set, objects.pods).stream())
                .anyMatch(pod -> !Pods.isFinished(pod));
        if (oldPods) {
            return;
        }
        current.ifPresentOrElse(
                set -> scale(set, wanted(deployment)), () -> newSet(deployment, old, wanted(deployment)));
    }

    private void roll(ObjectNode deployment, ObjectNode current, List<ObjectNode> old) {
        int wanted = wanted(deployment);
        RollingLimits limits = RollingLimits.of(deployment, wanted);
        int running = replicas(current)
                + old.stream().mapToInt(DeploymentController::replicas).sum();
        int now = replicas(current);
        if (now > wanted || old.isEmpty()) {
            scale(current, wanted);
        } else {
            scale(current, Math.min(wanted, now + Math.max(0, wanted + limits.surge() - running)));
        }
        int unavailableNew = now - (int) Json.number(current, 0, "status", "availableReplicas");
        int removable = running - (wanted - limits.unavailable()) - unavailableNew;
        for (ObjectNode set : old) {
            int down = Math.min(replicas(set), Math.max(0, removable));
            scale(set, replicas(set) - down);
            removable -= down;
        }
    }

    static int replicas(JsonNode set) {
        return (int) Json.number(set, 0, "spec", "replicas");
    }

    private void scale(ObjectNode set, int replicas) {
        if (replicas(set) != replicas) {
            objects.change(
                    objects.replicaSets, set, live -> Json.ensure(live, "spec").put("replicas", replicas));
        }
    }

    private ObjectNode newSet(ObjectNode deployment, List<ObjectNode> old, int replicas) {
        String hash = Templates.hash(Json.at(deployment, "spec", "template"));
        ObjectNode set = Json.object();
        ObjectNode metadata = set.putObject("metadata").put("name", Objects.name(deployment) + "-" + hash);
        ObjectNode labels = Json.objectAt(deployment, "spec", "template", "metadata", "labels")
                .deepCopy();
        metadata.set("labels", labels.put(Templates.HASH_LABEL, hash));
        metadata.putObject("annotations").put(REVISION, Long.toString(newest(old) + 1));
        metadata.putArray("ownerReferences").add(Objects.controllerReference(objects.deployments, deployment));
        ObjectNode spec = set.putObject("spec").put("replicas", replicas);
        spec.set("selector", Json.at(deployment, "spec", "selector").deepCopy());
        Json.ensure(spec, "selector", "matchLabels").put(Templates.HASH_LABEL, hash);
        spec.set("template", Json.at(deployment, "spec", "template").deepCopy());
        Json.ensure(spec, "template", "metadata", "labels").put(Templates.HASH_LABEL, hash);
        return objects.create(objects.replicaSets, Objects.namespace(deployment), set);
    }

    private static long revision(JsonNode object) {
        return Json.number(object, 0, "metadata", "annotations", REVISION);
    }

    private static long newest(List<ObjectNode> sets) {
        return sets.stream().mapToLong(DeploymentController::revision).max().orElse(0);
    }

    /** An old ReplicaSet that is used again gets a new revision; the Deployment shows that of its current one. */
    private void revise(ObjectNode deployment, ObjectNode current, List<ObjectNode> old) {
        long revision = Math.max(revision(current), newest(old) + 1);
        annotate(objects.replicaSets, current, revision);
        annotate(objects.deployments, deployment, revision);
    }

    private void annotate(io.shakebook.embedded.kind.Kind kind, ObjectNode object, long revision) {
        if (revision(object) != revision) {
            objects.change(
                    kind,
                    object,
                    live -> Json.ensure(live, "metadata", "annotations").put(REVISION, Long.toString(revision)));
        }
    }

    private void tidy(ObjectNode deployment, List<ObjectNode> old) {
        long kept = Json.number(deployment, 10, "spec", "revisionHistoryLimit");
        old.stream()
                .sorted(Comparator.comparingLong(DeploymentController::revision).reversed())
                .skip(kept)
                .filter(set ->
                        replicas(set) == 0 && objects.ownedBy(set, objects.pods).isEmpty())
                .forEach(set -> objects.delete(objects.replicaSets, set));
    }
}
