// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Plays the kubelet of a server that has none: whatever pod is there becomes ready. */
final class ReadyPods implements AutoCloseable {
    private static final String READY = "{\"status\":{\"phase\":\"Running\",\"conditions\":["
            + "{\"type\":\"Ready\",\"status\":\"True\"},{\"type\":\"ContainersReady\",\"status\":\"True\"}],"
            + "\"containerStatuses\":[{\"name\":\"%s\",\"ready\":true,\"restartCount\":0,\"image\":\"i\",\"imageID\":\"i\","
            + "\"started\":true,\"state\":{\"running\":{\"startedAt\":\"2026-01-01T00:00:00Z\"}}}]}}";

    private final ApiClient client;
    private final ScheduledExecutorService kubelet = Executors.newSingleThreadScheduledExecutor();

    ReadyPods(ApiClient client, List<String> namespaces) {
        this.client = client;
        kubelet.scheduleWithFixedDelay(() -> namespaces.forEach(this::play), 0, 200, TimeUnit.MILLISECONDS);
    }

    void awaitReady(String namespace, int pods) {
        new Eventually(Duration.ofSeconds(30))
                .get(pods + " ready pods in " + namespace, () -> ready(namespace), ready -> ready == pods);
    }

    private long ready(String namespace) {
        return pods(namespace).elements("/items").stream()
                .filter(pod -> pod.at("/status/phase").asString("").equals("Running"))
                .count();
    }

    private void play(String namespace) {
        for (JsonNode pod : pods(namespace).elements("/items")) {
            String path = "/api/v1/namespaces/" + namespace + "/pods/"
                    + pod.at("/metadata/name").asString("");
            if (pod.at("/status/phase").asString("").equals("Pending")) {
                String container = pod.at("/spec/containers/0/name").asString("");
                client.patch(ApiClient.STRATEGIC_MERGE_PATCH, path + "/status", READY.formatted(container));
            }
        }
    }

    private Answer pods(String namespace) {
        return client.get("/api/v1/namespaces/" + namespace + "/pods");
    }

    @Override
    public void close() {
        kubelet.shutdownNow();
    }
}
