// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.json;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads, writes and walks JSON trees; a path that leads nowhere gives a missing node, never null. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** The document, or an {@link InvalidJson} that says where it stops being one. */
    public static JsonNode parse(byte[] bytes) throws InvalidJson {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw new InvalidJson(e.getOriginalMessage(), e);
        }
    }

    public static JsonNode parse(String text) throws InvalidJson {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** Any tree of maps, lists and scalars, as a caller's YAML reader gives it. */
    public static ObjectNode fromTree(Map<?, ?> tree) {
        ObjectNode object = object();
        tree.forEach((name, value) -> object.set(String.valueOf(name), node(value)));
        return object;
    }

    private static JsonNode node(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return fromTree(map);
        }
        if (value instanceof Iterable<?> items) {
            ArrayNode list = array();
            items.forEach(item -> list.add(node(item)));
            return list;
        }
        JsonNodeFactory scalars = JsonNodeFactory.instance;
        if (value instanceof Integer number) {
            return scalars.numberNode(number.intValue());
        }
        if (value instanceof Long number) {
            return scalars.numberNode(number.longValue());
        }
        if (value instanceof Number number) {
            return scalars.numberNode(number.doubleValue());
        }
        if (value instanceof Boolean flag) {
            return scalars.booleanNode(flag);
        }
        return value == null ? scalars.nullNode() : scalars.stringNode(value.toString());
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static JsonNode at(JsonNode node, String... path) {
        JsonNode current = node;
        for (String name : path) {
            current = current.path(name);
        }
        return current;
    }

    /** The scalar at the path as text, "" if there is none: Kubernetes treats both alike. */
    public static String text(JsonNode node, String... path) {
        return at(node, path).asString("");
    }

    public static long number(JsonNode node, long absent, String... path) {
        return at(node, path).asLong(absent);
    }

    public static boolean flag(JsonNode node, String... path) {
        return at(node, path).asBoolean(false);
    }

    /** The object at the path, made on the way if it is missing or null. */
    public static ObjectNode ensure(ObjectNode node, String... path) {
        ObjectNode current = node;
        for (String name : path) {
            current = current.path(name) instanceof ObjectNode found ? found : current.putObject(name);
        }
        return current;
    }

    public static ArrayNode ensureArray(ObjectNode node, String name) {
        return node.path(name) instanceof ArrayNode found ? found : node.putArray(name);
    }

    /** The object's property as an object, empty (and detached) if it is none. */
    public static ObjectNode objectAt(JsonNode node, String... path) {
        return at(node, path) instanceof ObjectNode found ? found : object();
    }

    public static Optional<JsonNode> present(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    public static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    public static JsonNode missing() {
        return MissingNode.getInstance();
    }

    public static void eachObject(JsonNode list, Consumer<ObjectNode> action) {
        for (JsonNode item : list) {
            if (item instanceof ObjectNode object) {
                action.accept(object);
            }
        }
    }

    /** Sets the value if nothing, or null, is there: what defaulting does. */
    public static void putIfAbsent(ObjectNode node, String name, String value) {
        if (absent(node.path(name))) {
            node.put(name, value);
        }
    }

    public static void putIfAbsent(ObjectNode node, String name, int value) {
        if (absent(node.path(name))) {
            node.put(name, value);
        }
    }

    public static void putIfAbsent(ObjectNode node, String name, boolean value) {
        if (absent(node.path(name))) {
            node.put(name, value);
        }
    }
}
