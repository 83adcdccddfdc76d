// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.http;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.registry.Stamps;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.JsonNode;

/** How long ago, as kubectl shows it. Source: apimachinery, util/duration. */
final class Age {
    private final Stamps stamps;

    Age(Stamps stamps) {
        this.stamps = stamps;
    }

    String of(JsonNode object) {
        return since(Json.text(object, "metadata", "creationTimestamp"));
    }

    String since(String time) {
        try {
            return shown(Duration.between(Instant.parse(time), stamps.instant()));
        } catch (DateTimeParseException e) {
            return "<unknown>";
        }
    }

    static String shown(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        long minutes = seconds / 60;
        long hours = minutes / 60;
        long days = hours / 24;
        if (seconds < 120) {
            return seconds + "s";
        }
        if (minutes < 10) {
            return two(minutes, "m", seconds % 60, "s");
        }
        if (minutes < 180) {
            return minutes + "m";
        }
        if (hours < 8) {
            return two(hours, "h", minutes % 60, "m");
        }
        if (hours < 48) {
            return hours + "h";
        }
        return days < 8 ? two(days, "d", hours % 24, "h") : days + "d";
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : small + smallUnit);
    }
}
