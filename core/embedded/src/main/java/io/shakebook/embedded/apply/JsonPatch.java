// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.apply;

import io.shakebook.embedded.json.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** RFC 6902: a list of operations on places named by JSON pointers. */
public final class JsonPatch {
    private JsonNode document;

    private JsonPatch(JsonNode document) {
        this.document = document;
    }

    public static JsonNode apply(JsonNode target, JsonNode operations) throws BadPatch {
        if (!operations.isArray()) {
            throw BadPatch.noPatch("a JSON patch is a list of operations");
        }
        JsonPatch patch = new JsonPatch(target.deepCopy());
        for (JsonNode operation : operations) {
            patch.run(operation);
        }
        return patch.document;
    }

    private void run(JsonNode operation) throws BadPatch {
        List<String> path = steps(Json.text(operation, "path"));
        JsonNode value = operation.path("value");
        String name = Json.text(operation, "op");
        switch (name) {
            case "add" -> add(path, value.deepCopy());
            case "remove" -> remove(path);
            case "replace" -> replace(path, value.deepCopy());
            case "test" -> test(path, value);
            case "copy" -> add(path, find(steps(Json.text(operation, "from"))).deepCopy());
            case "move" -> {
                List<String> from = steps(Json.text(operation, "from"));
                JsonNode moved = find(from);
                remove(from);
                add(path, moved);
            }
            default -> throw new BadPatch("unknown JSON patch operation '" + name + "'");
        }
    }

    private static List<String> steps(String pointer) throws BadPatch {
        if (pointer.isEmpty()) {
            return List.of();
        }
        if (!pointer.startsWith("/")) {
            throw new BadPatch("'" + pointer + "' is not a JSON pointer");
        }
        List<String> steps = new ArrayList<>();
        for (String step : pointer.substring(1).split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return steps;
    }

    private JsonNode find(List<String> path) throws BadPatch {
        JsonNode current = document;
        for (String step : path) {
            current = current instanceof ArrayNode list ? list.path(index(step, list.size() - 1)) : current.path(step);
            if (current.isMissingNode()) {
                throw new BadPatch("there is nothing at '/" + String.join("/", path) + "'");
            }
        }
        return current;
    }

    private static int index(String step, int largest) throws BadPatch {
        try {
            int index = Integer.parseInt(step);
            if (index >= 0 && index <= largest) {
                return index;
            }
        } catch (NumberFormatException e) {
            throw new BadPatch("'" + step + "' is not an index");
        }
        throw new BadPatch("index " + step + " is out of range");
    }

    private void add(List<String> path, JsonNode value) throws BadPatch {
        if (path.isEmpty()) {
            document = value;
            return;
        }
        JsonNode parent = find(path.subList(0, path.size() - 1));
        String last = path.get(path.size() - 1);
        if (parent instanceof ArrayNode list) {
            list.insert(last.equals("-") ? list.size() : index(last, list.size()), value);
        } else if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            throw new BadPatch("'/" + String.join("/", path) + "' has no place for a value");
        }
    }

    /** A missing key is added: the real server's library is lenient here. */
    private void replace(List<String> path, JsonNode value) throws BadPatch {
        JsonNode parent = path.isEmpty() ? document : find(path.subList(0, path.size() - 1));
        if (!path.isEmpty() && parent instanceof ArrayNode list) {
            list.set(index(path.get(path.size() - 1), list.size() - 1), value);
        } else {
            add(path, value);
        }
    }

    private void remove(List<String> path) throws BadPatch {
        find(path);
        if (path.isEmpty()) {
            throw new BadPatch("the whole document cannot be removed");
        }
        JsonNode parent = find(path.subList(0, path.size() - 1));
        String last = path.get(path.size() - 1);
        if (parent instanceof ArrayNode list) {
            list.remove(index(last, list.size() - 1));
        } else if (parent instanceof ObjectNode object) {
            object.remove(last);
        }
    }

    private void test(List<String> path, JsonNode value) throws BadPatch {
        if (!find(path).equals(value)) {
            throw new BadPatch("testing value /" + String.join("/", path) + " failed");
        }
    }
}
