// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.schema;

import io.shakebook.embedded.json.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Compares a tree with its declared type: unknown fields, wrong scalars, items with the same keys. */
public final class Declared {
    private static final Pattern MICRO_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}(Z|[-+]\\d\\d:\\d\\d)");

    /** What can be wrong with a field. */
    public enum Fault {
        UNKNOWN,
        WRONG_TYPE,
        DUPLICATE
    }

    /**
     * One finding.
     *
     * @param path without a leading dot, list items by index: {@code spec.ports[0].port}
     * @param text what was found or expected
     */
    public record Finding(Fault fault, String path, String text) {}

    private final List<Finding> findings = new ArrayList<>();

    private Declared() {}

    public static List<Finding> check(JsonNode tree, FieldType type) {
        Declared declared = new Declared();
        declared.visit(tree, type, "");
        return declared.findings;
    }

    /** Drops what is not declared, and nulls, and sorts maps by key, as the real server's typed objects do. */
    public static ObjectNode declaredOnly(ObjectNode tree, FieldType type) {
        ObjectNode kept = Json.object();
        boolean map = type instanceof FieldType.Entries;
        Stream<Map.Entry<String, JsonNode>> fields = tree.properties().stream();
        (map ? fields.sorted(Map.Entry.comparingByKey()) : fields).forEach(entry -> {
            FieldType inner = inner(type, entry.getKey());
            boolean known = !(type instanceof FieldType.Struct struct)
                    || struct.fields().containsKey(entry.getKey());
            if (known && !isNothing(entry.getValue(), inner)) {
                kept.set(entry.getKey(), declaredOnly(entry.getValue(), inner));
            }
        });
        return kept;
    }

    /** Nulls, and maps and lists of scalars without content, are not kept by the real server's typed objects. */
    private static boolean isNothing(JsonNode value, FieldType type) {
        boolean plain = type instanceof FieldType.Entries
                || type instanceof FieldType.Atomic atomic && atomic.inner() instanceof FieldType.Open;
        return value.isNull() || plain && value.isContainer() && value.isEmpty();
    }

    private static JsonNode declaredOnly(JsonNode value, FieldType type) {
        if (value instanceof ObjectNode object) {
            return declaredOnly(object, type);
        }
        if (value instanceof ArrayNode list) {
            ArrayNode kept = Json.array();
            list.forEach(item -> kept.add(declaredOnly(item, itemType(type))));
            return kept;
        }
        return value;
    }

    private static FieldType inner(FieldType type, String name) {
        if (type instanceof FieldType.Atomic atomic) {
            return inner(atomic.inner(), name);
        }
        if (type instanceof FieldType.Struct struct) {
            return struct.fields().getOrDefault(name, new FieldType.Open());
        }
        return type instanceof FieldType.Entries entries ? entries.value() : new FieldType.Open();
    }

    private static FieldType itemType(FieldType type) {
        if (type instanceof FieldType.Items items) {
            return items.item();
        }
        return type instanceof FieldType.Sequence sequence ? sequence.item() : new FieldType.Open();
    }

    private void visit(JsonNode value, FieldType type, String path) {
        FieldType plain = type instanceof FieldType.Atomic atomic ? atomic.inner() : type;
        if (value.isNull() || plain instanceof FieldType.Open) {
            return;
        }
        if (!fits(value, plain)) {
            findings.add(new Finding(Fault.WRONG_TYPE, path, expected(plain) + ", got " + shape(value)));
        } else if (value instanceof ObjectNode object) {
            visitObject(object, plain, path);
        } else if (value instanceof ArrayNode list) {
            visitList(list, plain, path);
        }
    }

    private void visitObject(ObjectNode object, FieldType type, String path) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String inside = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            if (type instanceof FieldType.Struct struct && !struct.fields().containsKey(entry.getKey())) {
                findings.add(new Finding(Fault.UNKNOWN, inside, "field not declared in schema"));
            } else {
                visit(entry.getValue(), inner(type, entry.getKey()), inside);
            }
        }
    }

    private void visitList(ArrayNode list, FieldType type, String path) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            visit(list.get(i), itemType(type), path + "[" + i + "]");
            if (type instanceof FieldType.Items items && !seen.add(keys(list.get(i), items))) {
                findings.add(
                        new Finding(Fault.DUPLICATE, path, "duplicate entries for key " + keys(list.get(i), items)));
            }
        }
    }

    private static String keys(JsonNode item, FieldType.Items items) {
        return items.keys().stream()
                .map(key -> key.name() + "="
                        + (item.has(key.name()) ? item.path(key.name()).toString() : "\"" + key.absent() + "\""))
                .toList()
                .toString()
                .replace(", ", ",");
    }

    private static boolean fits(JsonNode value, FieldType type) {
        if (type instanceof FieldType.Scalar scalar) {
            return switch (scalar) {
                case TEXT -> value.isString();
                case NUMBER -> value.isIntegralNumber();
                case FLAG -> value.isBoolean();
                case MICRO_TIME ->
                    value.isString() && MICRO_TIME.matcher(value.asString("")).matches();
                case BYTES -> value.isString() && isBase64(value.asString(""));
                case ANY -> value.isString() || value.isNumber();
            };
        }
        boolean list = type instanceof FieldType.Items
                || type instanceof FieldType.Sequence
                || type instanceof FieldType.ScalarSet;
        return list ? value.isArray() : value.isObject();
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String expected(FieldType type) {
        if (type instanceof FieldType.Scalar scalar) {
            return switch (scalar) {
                case TEXT -> "expected string";
                case NUMBER -> "expected numeric (int or float)";
                case FLAG -> "expected boolean";
                case MICRO_TIME -> "expected a time as in 2006-01-02T15:04:05.000000Z";
                case BYTES -> "expected base64 data";
                case ANY -> "expected string or number";
            };
        }
        return type instanceof FieldType.Struct || type instanceof FieldType.Entries ? "expected map" : "expected list";
    }

    private static String shape(JsonNode value) {
        return value.isObject() ? "map" : value.isArray() ? "list" : value.isString() ? "string" : value.toString();
    }
}
