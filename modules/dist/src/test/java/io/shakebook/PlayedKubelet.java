// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.Eventually;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * Plays scheduler and kubelet of a server that has none: pods come to a node, become ready, and go when they are deleted;
 * those that linger stay in between, as a process does that still writes.
 */
final class PlayedKubelet implements AutoCloseable {
    private static final Eventually PATIENTLY = new Eventually(Duration.ofSeconds(60));
    private static final String BINDING = "{\"apiVersion\":\"v1\",\"kind\":\"Binding\",\"metadata\":{\"name\":\"%s\"},"
            + "\"target\":{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"name\":\"node-1\"}}";
    private static final String READY = "{\"status\":{\"phase\":\"Running\",\"conditions\":["
            + "{\"type\":\"Ready\",\"status\":\"True\"},{\"type\":\"ContainersReady\",\"status\":\"True\"}],"
            + "\"containerStatuses\":[{\"name\":\"%s\",\"ready\":true,\"restartCount\":0,\"image\":\"i\",\"imageID\":\"i\","
            + "\"started\":true,\"state\":{\"running\":{\"startedAt\":\"2026-01-01T00:00:00Z\"}}}]}}";

    private final ApiClient client;
    private final String namespace;
    private final Set<String> lingering = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService kubelet = Executors.newSingleThreadScheduledExecutor();

    PlayedKubelet(ApiClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
        kubelet.scheduleWithFixedDelay(this::look, 0, 100, TimeUnit.MILLISECONDS);
    }

    /** Pods whose names start so do not go when they are deleted. */
    void linger(String pods) {
        lingering.add(pods);
    }

    void letGo(String pods) {
        lingering.remove(pods);
    }

    void awaitReady(int pods) {
        PATIENTLY.get(pods + " ready pods in " + namespace, this::running, running -> running == pods);
    }

    /** Waits until a pod whose name starts so is terminating. */
    void awaitTerminating(String pods) {
        PATIENTLY.get(
                "a terminating pod of " + pods,
                () -> pods().elements("/items").stream()
                        .anyMatch(pod -> name(pod).startsWith(pods) && terminating(pod)),
                Boolean::booleanValue);
    }

    private long running() {
        return pods().elements("/items").stream()
                .filter(pod -> pod.at("/status/phase").asString("").equals("Running"))
                .count();
    }

    private void look() {
        try {
            pods().elements("/items").forEach(this::play);
        } catch (UncheckedIOException down) {
            // the server is stopped for a while: a kubelet goes on trying
        }
    }

    private void play(JsonNode pod) {
        String path = path() + "/" + name(pod);
        if (terminating(pod)) {
            if (lingering.stream().noneMatch(name(pod)::startsWith)) {
                client.delete(path, "{\"gracePeriodSeconds\": 0}");
            }
        } else if (pod.at("/spec/nodeName").asString("").isEmpty()) {
            client.post(path + "/binding", BINDING.formatted(name(pod)));
        } else if (pod.at("/status/phase").asString("").equals("Pending")) {
            String container = pod.at("/spec/containers/0/name").asString("");
            client.patch(ApiClient.STRATEGIC_MERGE_PATCH, path + "/status", READY.formatted(container));
        }
    }

    private static String name(JsonNode pod) {
        return pod.at("/metadata/name").asString("");
    }

    private static boolean terminating(JsonNode pod) {
        return !pod.at("/metadata/deletionTimestamp").asString("").isEmpty();
    }

    private Answer pods() {
        return client.get(path());
    }

    private String path() {
        return "/api/v1/namespaces/" + namespace + "/pods";
    }

    @Override
    public void close() {
        kubelet.shutdownNow();
    }
}
