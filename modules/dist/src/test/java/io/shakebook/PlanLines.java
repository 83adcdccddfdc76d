// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan's changes as short lines, one per field, for tests that say exactly what may differ. */
final class PlanLines {
    private static final int CALM = 60;
    private static final int MANY = 10;

    private PlanLines() {}

    /**
     * Lines such as {@code Service/a spec.type: NodePort -> ClusterIP by kubectl}; {@code + Service/a} and
     * {@code - Service/a} for whole objects, {@code = Service/a} for one that is adopted.
     *
     * @param plan what {@code plan --format json} prints
     */
    static List<String> of(String plan) {
        List<String> lines = new ArrayList<>();
        for (JsonNode step : JsonMapper.shared().readTree(plan).path("steps")) {
            step.path("changes").forEach(change -> lines.addAll(change(change)));
        }
        return lines;
    }

    private static List<String> change(JsonNode change) {
        String[] target = change.path("target").asString().split("/");
        String object = target[target.length - 3] + "/" + target[target.length - 1];
        return switch (change.path("action").asString()) {
            case "create" -> List.of("+ " + object);
            case "delete" -> List.of("- " + object);
            case "adopt" -> List.of("= " + object);
            case "replace" -> List.of("-+ " + object);
            default -> fields(object, change);
        };
    }

    private static List<String> fields(String object, JsonNode change) {
        List<String> lines = new ArrayList<>();
        for (JsonNode field : change.path("fields")) {
            String path = field.path("path").asString();
            lines.add(object + " " + path + ": " + sides(field) + owner(change, path));
        }
        for (JsonNode file : change.path("files")) {
            String path = file.path("file").asString();
            if (file.path("keys").size() > MANY) {
                lines.add(object + " " + path + " " + file.path("keys").size() + " keys" + owner(change, path));
                continue;
            }
            for (JsonNode key : file.path("keys")) {
                lines.add(object + " " + path + " " + key.path("key").asString() + ": " + sides(key)
                        + owner(change, path));
            }
            if (file.path("keys").isEmpty()) {
                lines.add(object + " " + path + " text" + owner(change, path));
            }
        }
        return lines;
    }

    private static String sides(JsonNode field) {
        return side(field.path("before")) + " -> " + side(field.path("after"));
    }

    private static String side(JsonNode side) {
        if (side.isMissingNode()) {
            return "nothing";
        }
        if (side.isObject() && side.has("decided")) {
            return "decided by the server";
        }
        String text = side.isString() ? side.asString() : side.toString();
        if (text.contains("\"pending\"")) {
            return "known later";
        }
        text = text.replaceAll("^[0-9a-f]{32}$", "digest")
                .replaceAll("^3\\d{4}$", "port")
                .replaceAll("^10\\.0\\.1\\.11:\\d+$", "10.0.1.11:port")
                .replaceAll("^10\\.\\d+\\.\\d+\\.\\d+:6379$", "ip:6379");
        return text.length() > CALM ? text.substring(0, CALM) + "..." : text;
    }

    private static String owner(JsonNode change, String path) {
        for (JsonNode take : change.path("takes")) {
            String field = take.path("field").asString();
            if (path.startsWith(field) || field.startsWith(path)) {
                return " by " + take.path("from").asString(take.path("manager").asString());
            }
        }
        return "";
    }
}
