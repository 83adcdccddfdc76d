// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.world;

import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.List;
import java.util.Map;

/** A pod as a cluster shows it, with one container; each method gives another pod. */
public record SamplePod(Manifest manifest) {

    /** A pod that runs and is ready. */
    public static SamplePod ready(String namespace, String name, Map<String, String> labels) {
        Map<String, Object> rest = Map.of(
                "metadata", Map.of("labels", labels),
                "status", Map.of("phase", "Running"));
        return new SamplePod(Manifest.of(new ObjectRef(Kind.POD, namespace, name), rest))
                .condition("Ready", "True", "", "")
                .container(true, 0, Map.of("running", Map.of("startedAt", "2026-11-22T21:00:00Z")), Map.of());
    }

    public SamplePod with(String path, Object value) {
        return new SamplePod(Edited.with(manifest, path, value));
    }

    public SamplePod terminating(String... finalizers) {
        return with("metadata.deletionTimestamp", "2026-11-22T21:00:00Z")
                .with("metadata.finalizers", List.of((Object[]) finalizers));
    }

    public SamplePod notReady() {
        return condition("Ready", "False", "ContainersNotReady", "");
    }

    public SamplePod ofStatefulSet(String name) {
        return with("metadata.ownerReferences", List.of(controller("StatefulSet", name)));
    }

    public SamplePod ofDeployment(String name) {
        return with("metadata.ownerReferences", List.of(controller("ReplicaSet", name + "-7d9f8c")))
                .with("metadata.labels.pod-template-hash", "7d9f8c");
    }

    /** With this as its only condition. */
    public SamplePod condition(String type, String status, String reason, String message) {
        Map<String, String> condition = Map.of("type", type, "status", status, "reason", reason, "message", message);
        return with("status.conditions", List.of(condition));
    }

    /** The container does not run: {@code ImagePullBackOff}. */
    public SamplePod waiting(String reason, String message) {
        return notReady()
                .with("status.phase", "Pending")
                .container(false, 0, Map.of("waiting", Map.of("reason", reason, "message", message)), Map.of());
    }

    /** The container ended so often with this exit code, and now waits or runs again. */
    public SamplePod restarted(int times, int exitCode, boolean running) {
        Map<String, ?> state = running
                ? Map.of("running", Map.of("startedAt", "2026-11-22T21:05:00Z"))
                : Map.of("waiting", Map.of("reason", "CrashLoopBackOff", "message", "back-off 10s"));
        Map<String, ?> last = Map.of("terminated", Map.of("exitCode", exitCode));
        return (running ? this : notReady()).container(running, times, state, last);
    }

    private SamplePod container(boolean ready, int restarts, Map<String, ?> state, Map<String, ?> lastState) {
        Map<String, Object> status = Map.of(
                "name", "shake", "ready", ready, "restartCount", restarts, "state", state, "lastState", lastState);
        return with("status.containerStatuses", List.of(status));
    }

    private static Map<String, Object> controller(String kind, String name) {
        return Map.of("kind", kind, "name", name, "controller", true);
    }
}
