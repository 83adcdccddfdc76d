// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.json.Json;
import tools.jackson.databind.JsonNode;

/** What a simulated pod has written: nothing runs, so this only tells its story. */
public final class PodLogs {
    private PodLogs() {}

    public static String of(JsonNode pod) {
        StringBuilder log = new StringBuilder();
        for (JsonNode container : Json.at(pod, "status", "containerStatuses")) {
            String name = Json.text(container, "name");
            JsonNode ended = Json.at(container, "lastState", "terminated");
            if (!ended.isMissingNode()) {
                log.append(Json.text(ended, "finishedAt") + " simulated container " + name + " ended with exit code "
                        + ended.path("exitCode").asString("") + "\n");
            }
            String started = Json.text(container, "state", "running", "startedAt");
            if (!started.isEmpty()) {
                log.append(started + " simulated container " + name + " started (image " + Json.text(container, "image")
                        + ")\n");
            }
        }
        return log.toString();
    }
}
