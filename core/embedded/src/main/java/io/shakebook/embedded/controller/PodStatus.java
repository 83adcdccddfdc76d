// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.controller.PodStage.State;
import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.registry.Stamps;
import java.time.Instant;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a stage as the status that a kubelet would report. */
final class PodStatus {
    private final ObjectNode pod;
    private final PodStage stage;
    private final int exitCode;
    private final String now;

    PodStatus(ObjectNode pod, PodStage stage, int exitCode, Instant now) {
        this.pod = pod;
        this.stage = stage;
        this.exitCode = exitCode;
        this.now = Stamps.text(now);
    }

    /**
     * Fills in the status.
     *
     * @param hostIp the node's address, "" before there is a node
     */
    void write(ObjectNode status, String hostIp) {
        ObjectNode before = status.deepCopy();
        boolean ready = stage.state() == State.READY || isUpWhileCrashing();
        boolean started = ready || stage.state() == State.STARTED || stage.state() == State.CRASHED;
        status.put("phase", started ? "Running" : "Pending").put("qosClass", "BestEffort");
        conditions(status, before, ready);
        if (hostIp.isEmpty()) {
            return;
        }
        status.put("hostIP", hostIp);
        Json.putIfAbsent(status, "startTime", now);
        if (started) {
            String ip = ip(Objects.uid(pod));
            status.put("podIP", ip);
            status.putArray("podIPs").addObject().put("ip", ip);
        }
        ArrayNode containers = status.putArray("containerStatuses");
        Json.eachObject(
                Json.at(pod, "spec", "containers"),
                container -> containers.add(container(container, find(before, Json.text(container, "name")), ready)));
    }

    /** A process without a readiness probe counts as ready while it runs, also one that will crash. */
    private boolean isUpWhileCrashing() {
        return stage.state() == State.STARTED && stage.restarts() > 0;
    }

    private void conditions(ObjectNode status, JsonNode before, boolean ready) {
        ArrayNode conditions = status.putArray("conditions");
        boolean placed = stage.state() != State.PENDING && stage.state() != State.UNSCHEDULABLE;
        String stuck = stage.state() == State.UNSCHEDULABLE ? "Unschedulable" : "";
        String why = stuck.isEmpty() ? "" : PodEvents.UNSCHEDULABLE_MESSAGE;
        if (placed) {
            String unready = ready ? "" : "ContainersNotReady";
            conditions.add(Conditions.of(before, "Initialized", true, "", "", now));
            conditions.add(Conditions.of(before, "Ready", ready, unready, "", now));
            conditions.add(Conditions.of(before, "ContainersReady", ready, unready, "", now));
        }
        if (placed || !stuck.isEmpty()) {
            conditions.add(Conditions.of(before, "PodScheduled", placed, stuck, why, now));
        }
    }

    private static JsonNode find(JsonNode status, String name) {
        for (JsonNode container : status.path("containerStatuses")) {
            if (Json.text(container, "name").equals(name)) {
                return container;
            }
        }
        return Json.missing();
    }

    private ObjectNode container(JsonNode container, JsonNode before, boolean ready) {
        String name = Json.text(container, "name");
        String image = Json.text(container, "image");
        boolean running = ready || stage.state() == State.STARTED;
        ObjectNode status = Json.object()
                .put("name", name)
                .put("image", image)
                .put("imageID", running || stage.restarts() > 0 ? imageId(image) : "")
                .put("ready", ready)
                .put("started", running)
                .put("restartCount", stage.restarts());
        if (running) {
            status.put("containerID", "containerd://" + crc(Objects.uid(pod) + name + stage.restarts()));
            status.putObject("state").putObject("running").put("startedAt", startedAt(before));
        } else {
            waiting(status.putObject("state").putObject("waiting"), name, image);
        }
        status.set("lastState", last(before, running));
        return status;
    }

    /** Fixed once it was reported: another process may know it less exactly. */
    private String startedAt(JsonNode before) {
        String reported = Json.text(before, "state", "running", "startedAt");
        boolean same = Json.number(before, 0, "restartCount") == stage.restarts() && !reported.isEmpty();
        return same ? reported : Stamps.text(stage.started());
    }

    private ObjectNode last(JsonNode before, boolean running) {
        if (stage.state() == State.CRASHED) {
            ObjectNode last = Json.object();
            last.putObject("terminated")
                    .put("exitCode", exitCode)
                    .put("reason", "Error")
                    .put(
                            "startedAt",
                            Json.text(before, "state", "running", "startedAt").isEmpty()
                                    ? Json.text(before, "lastState", "terminated", "startedAt")
                                    : Json.text(before, "state", "running", "startedAt"))
                    .put("finishedAt", Stamps.text(stage.started()));
            return last;
        }
        return running && stage.restarts() > 0 ? Json.objectAt(before, "lastState") : Json.object();
    }

    private void waiting(ObjectNode waiting, String name, String image) {
        switch (stage.state()) {
            case PULL_ERROR ->
                waiting.put("reason", "ErrImagePull")
                        .put("message", "failed to pull and unpack image \"" + image + "\": not found");
            case PULL_BACK_OFF ->
                waiting.put("reason", "ImagePullBackOff").put("message", "Back-off pulling image \"" + image + "\"");
            case CRASHED ->
                waiting.put("reason", "CrashLoopBackOff")
                        .put(
                                "message",
                                "back-off restarting failed container=" + name + " pod=" + Objects.name(pod) + "_"
                                        + Objects.namespace(pod) + "(" + Objects.uid(pod) + ")");
            default -> waiting.put("reason", "ContainerCreating");
        }
    }

    private static String imageId(String image) {
        return image.contains("@") ? image : image + "@sha256:" + crc(image).repeat(8);
    }

    private static String crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }

    /** An address that stays the same for the pod's life. */
    private static String ip(String uid) {
        long number = Long.parseLong(crc(uid), 16);
        return "10.244." + (number >> 8 & 0xff) + "." + (1 + (number & 0xff) % 254);
    }
}
