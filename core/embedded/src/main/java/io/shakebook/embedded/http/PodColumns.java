// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.http;

import io.shakebook.embedded.json.Json;
import tools.jackson.databind.JsonNode;

/** A pod's state in one word, as kubectl shows it. */
final class PodColumns {
    private PodColumns() {}

    static String ready(JsonNode pod) {
        JsonNode statuses = Json.at(pod, "status", "containerStatuses");
        long ready = statuses.valueStream()
                .filter(status -> Json.flag(status, "ready"))
                .count();
        return ready + "/" + Json.at(pod, "spec", "containers").size();
    }

    static String status(JsonNode pod) {
        if (pod.path("metadata").has("deletionTimestamp")) {
            return "Terminating";
        }
        for (JsonNode status : Json.at(pod, "status", "containerStatuses")) {
            for (String state : new String[] {"waiting", "terminated"}) {
                String reason = Json.text(status, "state", state, "reason");
                if (!reason.isEmpty()) {
                    return reason;
                }
            }
        }
        return Json.text(pod, "status", "phase");
    }

    static String restarts(JsonNode pod) {
        return Long.toString(Json.at(pod, "status", "containerStatuses")
                .valueStream()
                .mapToLong(status -> Json.number(status, 0, "restartCount"))
                .sum());
    }
}
