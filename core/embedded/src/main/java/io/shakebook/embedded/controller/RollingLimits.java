// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.json.Json;
import tools.jackson.databind.JsonNode;

/** How many pods a rolling update may have too many, and too few. */
record RollingLimits(int surge, int unavailable) {

    static RollingLimits of(JsonNode deployment, int wanted) {
        JsonNode rolling = Json.at(deployment, "spec", "strategy", "rollingUpdate");
        int surge = count(rolling.path("maxSurge"), wanted, true);
        int unavailable = count(rolling.path("maxUnavailable"), wanted, false);
        // Both zero would never move; the real server takes one down then.
        return new RollingLimits(surge, surge == 0 && unavailable == 0 ? 1 : unavailable);
    }

    private static int count(JsonNode limit, int wanted, boolean up) {
        String text = limit.asString("0");
        if (!text.endsWith("%")) {
            return limit.asInt(0);
        }
        double share = Integer.parseInt(text.substring(0, text.length() - 1)) * wanted / 100.0;
        return (int) (up ? Math.ceil(share) : Math.floor(share));
    }
}
