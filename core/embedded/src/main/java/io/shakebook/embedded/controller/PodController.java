// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays scheduler and kubelet: pods get a node, start, become ready or fail, and go, each after a while. */
final class PodController implements Controller {
    private final Objects objects;
    private final Delays delays;
    private final Nodes nodes;
    private final Mounts mounts;
    private final PodEvents events;
    private final Sightings sightings;
    private final Map<String, PodStage.State> entered = new HashMap<>();

    PodController(Objects objects, Delays delays) {
        this.objects = objects;
        this.delays = delays;
        this.nodes = new Nodes(objects);
        this.mounts = new Mounts(objects);
        this.events = new PodEvents(objects);
        this.sightings = new Sightings(objects.stamps());
    }

    @Override
    public void reconcile(Alarm alarm) {
        List<ObjectNode> pods = objects.all(objects.pods);
        sightings.keepOnly(pods.stream().map(Objects::uid).collect(Collectors.toSet()));
        entered.keySet().retainAll(pods.stream().map(Objects::uid).toList());
        Objects.each(pods, pod -> {
            Behaviour behaviour = Behaviour.of(chain(pod), delays);
            if (Objects.isGoing(pod)) {
                letGo(pod, behaviour, alarm);
            } else if (!Pods.isFinished(pod)) {
                live(pod, behaviour, alarm);
            }
        });
    }

    /** The pod and its controllers, from the inside out. */
    private List<JsonNode> chain(ObjectNode pod) {
        List<JsonNode> chain = new ArrayList<>(List.of(pod));
        Optional<ObjectNode> owner = owner(pod);
        while (owner.isPresent()) {
            chain.add(owner.get());
            owner = owner(owner.get());
        }
        return chain;
    }

    private Optional<ObjectNode> owner(JsonNode object) {
        JsonNode reference = Json.at(object, "metadata", "ownerReferences").path(0);
        Optional<Kind> kind =
                objects.registry().kinds().byName(Json.text(reference, "apiVersion"), Json.text(reference, "kind"));
        return kind.flatMap(found -> objects.find(found, Objects.namespace(object), Json.text(reference, "name")));
    }

    private void letGo(ObjectNode pod, Behaviour behaviour, Alarm alarm) {
        if (sightings.seen(Objects.uid(pod), "deleted").isEmpty()) {
            events.stopping(pod);
        }
        Instant since = sightings.since(Objects.uid(pod), "deleted", deletedAt(pod));
        Instant due = since.plus(behaviour.goneAfter());
        if (objects.stamps().instant().isBefore(due)) {
            alarm.at(due);
        } else if (Json.at(pod, "metadata", "finalizers").isEmpty()) {
            objects.remove(objects.pods, pod);
        }
    }

    /** The deletion timestamp is when the grace ends. */
    private static String deletedAt(JsonNode pod) {
        Instant end = Instant.parse(Json.text(pod, "metadata", "deletionTimestamp"));
        return end.minusSeconds(Json.number(pod, 0, "metadata", "deletionGracePeriodSeconds"))
                .toString();
    }

    private void live(ObjectNode pod, Behaviour behaviour, Alarm alarm) {
        String uid = Objects.uid(pod);
        Instant now = objects.stamps().instant();
        Instant created = begun(pod, behaviour, now);
        boolean scheduled = !Json.text(pod, "spec", "nodeName").isEmpty();
        boolean started = Json.text(pod, "status", "phase").equals("Running");
        Optional<String> missing = scheduled && !started ? mounts.missing(pod) : Optional.empty();
        PodStage stage = PodStage.of(behaviour, created, scheduled, unblocked(uid, created, missing), now);
        if (stage.state() == PodStage.State.PENDING && placed(pod, stage, now)) {
            return;
        }
        stage.next().filter(now::isBefore).ifPresent(alarm::at);
        report(pod, stage, behaviour, missing.orElse(""), now);
    }

    /** A pod that is ready already has had its time, whatever this process saw of it. */
    private Instant begun(ObjectNode pod, Behaviour behaviour, Instant now) {
        Instant created = sightings.since(Objects.uid(pod), "created", Json.text(pod, "metadata", "creationTimestamp"));
        boolean done = Pods.isReady(pod) && behaviour.fault().isEmpty();
        Instant latest = now.minus(behaviour.readyAfter());
        return done && created.isAfter(latest) ? latest : created;
    }

    private Optional<Instant> unblocked(String uid, Instant created, Optional<String> missing) {
        if (missing.isPresent()) {
            sightings.forget(uid, "unblocked");
            return Optional.empty();
        }
        boolean wasBlocked = PodStage.State.BLOCKED == entered.get(uid);
        if (wasBlocked) {
            sightings.since(uid, "unblocked");
        }
        return Optional.of(
                sightings.seen(uid, "unblocked").filter(created::isBefore).orElse(created));
    }

    /** True if the pod has just got its node: it is looked at again at once. */
    private boolean placed(ObjectNode pod, PodStage stage, Instant now) {
        if (stage.next().map(now::isBefore).orElse(false)) {
            return false;
        }
        Optional<ObjectNode> node = nodes.choose(pod);
        if (node.isEmpty()) {
            return false;
        }
        String name = Objects.name(node.get());
        objects.change(objects.pods, pod, live -> Json.ensure(live, "spec").put("nodeName", name));
        events.scheduled(pod, name);
        return true;
    }

    private void report(ObjectNode pod, PodStage stage, Behaviour behaviour, String missing, Instant now) {
        PodStage.State before = entered.put(Objects.uid(pod), stage.state());
        int exitCode = behaviour.fault().map(Behaviour.Fault::exitCode).orElse(0);
        String node = Json.text(pod, "spec", "nodeName");
        String hostIp = node.isEmpty() ? "" : nodes.address(node);
        if (before != stage.state()) {
            boolean startUnseen = before != PodStage.State.STARTED && !Pods.isReady(pod);
            events.entered(pod, stage, missing, startUnseen);
        }
        objects.changeStatus(
                objects.pods, pod, status -> new PodStatus(pod, stage, exitCode, now).write(status, hostIp));
    }
}
