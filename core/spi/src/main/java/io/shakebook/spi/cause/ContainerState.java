// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.cause;

import io.shakebook.spi.kube.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a pod's status says of one of its containers.
 * Source: https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-states
 *
 * @param status an element of containerStatuses or initContainerStatuses
 * @param init whether it runs before the others, and is meant to end
 */
public record ContainerState(Manifest status, boolean init) {

    /** Those that run first come first. */
    public static List<ContainerState> of(Manifest pod) {
        List<ContainerState> all = new ArrayList<>();
        add(all, pod.list("status", "initContainerStatuses"), true);
        add(all, pod.list("status", "containerStatuses"), false);
        return all;
    }

    /** One container; of an empty status if the pod says nothing of it yet. */
    public static ContainerState named(Manifest pod, String name) {
        return of(pod).stream()
                .filter(container -> container.name().equals(name))
                .findFirst()
                .orElseGet(() -> new ContainerState(new Manifest(Map.of("name", name)), false));
    }

    public String name() {
        return status.text("name");
    }

    /** As the kubelet knows it; may be empty. */
    public String image() {
        return status.text("image");
    }

    /** How often it was started again; never goes back while the pod lives. */
    public long restarts() {
        return status.number("restartCount").orElse(0L);
    }

    public boolean running() {
        return status.at("state", "running").isPresent();
    }

    /** Why it does not run, as Kubernetes says: {@code ImagePullBackOff}; empty if it runs or ended. */
    public String waitingReason() {
        return status.text("state", "waiting", "reason");
    }

    public String waitingMessage() {
        return status.text("state", "waiting", "message");
    }

    /** How it ended last; empty if it never did. */
    public Optional<Long> exitCode() {
        return end().number("exitCode");
    }

    /** {@code OOMKilled}, {@code Error}, {@code ContainerCannotRun}; empty if it never ended. */
    public String endReason() {
        return end().text("reason");
    }

    public String endMessage() {
        return end().text("message");
    }

    private Manifest end() {
        Map<String, Object> now = status.map("state", "terminated");
        return new Manifest(now.isEmpty() ? status.map("lastState", "terminated") : now);
    }

    private static void add(List<ContainerState> all, List<Object> statuses, boolean init) {
        for (Object status : statuses) {
            if (status instanceof Map<?, ?> map) {
                Map<String, Object> tree = new LinkedHashMap<>();
                map.forEach((key, value) -> tree.put(String.valueOf(key), value));
                all.add(new ContainerState(new Manifest(tree), init));
            }
        }
    }
}
