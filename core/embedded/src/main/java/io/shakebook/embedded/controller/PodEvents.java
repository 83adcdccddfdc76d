// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.controller.PodStage.State;
import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records what happened to pods as Events; the same thing again only counts up. */
final class PodEvents {
    static final String UNSCHEDULABLE_MESSAGE =
            "0/1 nodes are available: the simulation was told not to place this pod.";

    private static final int MOST = 500;

    private final Objects objects;

    PodEvents(Objects objects) {
        this.objects = objects;
    }

    /**
     * Comes before the status, as with a kubelet: who sees a pod ready finds how it came to be.
     *
     * @param missing what the pod mounts and is not there
     * @param startUnseen whether a pod that is ready now was not looked at while it was only started
     */
    void entered(ObjectNode pod, PodStage stage, String missing, boolean startUnseen) {
        String image = Json.text(Json.at(pod, "spec", "containers").path(0), "image");
        String container = Json.text(Json.at(pod, "spec", "containers").path(0), "name");
        State state = stage.state();
        switch (state) {
            case UNSCHEDULABLE -> warning(pod, "FailedScheduling", UNSCHEDULABLE_MESSAGE);
            case CREATING -> normal(pod, "Pulling", "Pulling image \"" + image + "\"");
            case BLOCKED -> warning(pod, "FailedMount", "MountVolume.SetUp failed: " + missing + " not found");
            case PULL_ERROR -> pullFailed(pod, image);
            case PULL_BACK_OFF -> {
                pullFailed(pod, image); // who looks in late finds why it backs off
                normal(pod, "BackOff", "Back-off pulling image \"" + image + "\"");
            }
            case STARTED -> started(pod, image, container);
            case CRASHED ->
                warning(
                        pod,
                        "BackOff",
                        "Back-off restarting failed container " + container + " in pod " + Objects.name(pod));
            case READY -> {
                if (startUnseen) {
                    started(pod, image, container);
                }
            }
            case PENDING -> {}
        }
    }

    private void pullFailed(ObjectNode pod, String image) {
        warning(pod, "Failed", "Failed to pull image \"" + image + "\": not found");
    }

    private void started(ObjectNode pod, String image, String container) {
        normal(pod, "Pulled", "Successfully pulled image \"" + image + "\"");
        normal(pod, "Created", "Created container: " + container);
        normal(pod, "Started", "Started container " + container);
    }

    void scheduled(ObjectNode pod, String node) {
        normal(
                pod,
                "Scheduled",
                "Successfully assigned " + Objects.namespace(pod) + "/" + Objects.name(pod) + " to " + node);
    }

    void stopping(ObjectNode pod) {
        normal(
                pod,
                "Killing",
                "Stopping container "
                        + Json.text(Json.at(pod, "spec", "containers").path(0), "name"));
    }

    private void normal(ObjectNode pod, String reason, String message) {
        record(pod, "Normal", reason, message);
    }

    private void warning(ObjectNode pod, String reason, String message) {
        record(pod, "Warning", reason, message);
    }

    private void record(ObjectNode pod, String type, String reason, String message) {
        Kind events = objects.events;
        Optional<ObjectNode> same = objects.in(events, Objects.namespace(pod)).stream()
                .filter(event -> Json.text(event, "involvedObject", "uid").equals(Objects.uid(pod))
                        && Json.text(event, "reason").equals(reason)
                        && Json.text(event, "message").equals(message))
                .findFirst();
        String now = objects.stamps().now();
        if (isEnding(Objects.namespace(pod))) {
            return;
        }
        if (same.isPresent()) {
            objects.change(
                    events,
                    same.get(),
                    live -> live.put("lastTimestamp", now).put("count", (int) Json.number(live, 1, "count") + 1));
            return;
        }
        forgetOldest(events);
        objects.create(events, Objects.namespace(pod), event(pod, type, reason, message, now));
    }

    /** Nothing can be created in a namespace that is being deleted. */
    private boolean isEnding(String namespace) {
        return objects.find(objects.namespaces, "", namespace)
                .filter(Objects::isGoing)
                .isPresent();
    }

    private static ObjectNode event(JsonNode pod, String type, String reason, String message, String now) {
        ObjectNode event = Json.object();
        event.putObject("metadata").put("generateName", Objects.name(pod) + ".");
        event.putObject("involvedObject")
                .put("apiVersion", "v1")
                .put("kind", "Pod")
                .put("name", Objects.name(pod))
                .put("namespace", Objects.namespace(pod))
                .put("uid", Objects.uid(pod));
        event.put("type", type).put("reason", reason).put("message", message).put("count", 1);
        event.put("firstTimestamp", now).put("lastTimestamp", now).put("reportingComponent", "embedded-kubelet");
        event.putObject("source").put("component", "embedded-kubelet");
        return event;
    }

    private void forgetOldest(Kind events) {
        List<ObjectNode> all = objects.all(events);
        if (all.size() >= MOST) {
            all.stream()
                    .min(Comparator.comparing(event -> Json.text(event, "lastTimestamp")))
                    .ifPresent(oldest -> objects.remove(events, oldest));
        }
    }
}
