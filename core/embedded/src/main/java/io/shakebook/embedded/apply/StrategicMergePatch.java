// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.apply;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.schema.FieldType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Kubernetes' own merge patch: keyed lists are merged by the first of their keys, and directives ({@code $patch},
 * {@code $retainKeys}, {@code $setElementOrder/…}, {@code $deleteFromPrimitiveList/…}) say what plain data cannot.
 */
public final class StrategicMergePatch {
    private static final String DIRECTIVE = "$patch";
    private static final String RETAIN = "$retainKeys";
    private static final String ORDER = "$setElementOrder/";
    private static final String DELETE_VALUES = "$deleteFromPrimitiveList/";

    private StrategicMergePatch() {}

    public static JsonNode apply(JsonNode target, JsonNode patch, FieldType type) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch.deepCopy();
        }
        if (Json.text(changes, DIRECTIVE).equals("replace")) {
            return withoutDirectives(changes);
        }
        if (Json.text(changes, DIRECTIVE).equals("delete")) {
            return Json.object();
        }
        ObjectNode result = target instanceof ObjectNode object ? object.deepCopy() : Json.object();
        retainKeys(result, changes.path(RETAIN));
        changes.properties().forEach(change -> field(result, change.getKey(), change.getValue(), type));
        changes.properties().forEach(change -> order(result, change.getKey(), change.getValue(), type));
        return result;
    }

    private static void retainKeys(ObjectNode result, JsonNode keys) {
        if (keys.isArray()) {
            Set<String> kept = new HashSet<>();
            keys.forEach(key -> kept.add(key.asString("")));
            result.remove(result.propertyNames().stream()
                    .filter(name -> !kept.contains(name))
                    .toList());
        }
    }

    private static void field(ObjectNode result, String name, JsonNode value, FieldType type) {
        if (name.startsWith(DELETE_VALUES)) {
            deleteValues(result.path(name.substring(DELETE_VALUES.length())), value);
        } else if (name.startsWith("$")) {
            return;
        } else if (value.isNull()) {
            result.remove(name);
        } else {
            FieldType inner = plain(Fields.field(type, name));
            result.set(
                    name,
                    value.isArray() ? list(result.path(name), value, inner) : apply(result.path(name), value, inner));
        }
    }

    /** Whether a field has one owner says nothing about how it is patched. */
    private static FieldType plain(FieldType type) {
        return type instanceof FieldType.Atomic atomic ? atomic.inner() : type;
    }

    private static JsonNode list(JsonNode live, JsonNode patch, FieldType type) {
        if (type instanceof FieldType.ScalarSet) {
            return Overlay.merge(live.isArray() ? live : Json.array(), patch, type);
        }
        if (!(type instanceof FieldType.Items items)) {
            return patch.deepCopy();
        }
        List<JsonNode> merged = new ArrayList<>();
        boolean replace = anyDirective(patch, "replace");
        if (!replace) {
            live.forEach(item -> merged.add(item.deepCopy()));
        }
        patch.forEach(item -> item(merged, item, items));
        return Json.array().addAll(merged);
    }

    private static boolean anyDirective(JsonNode patch, String directive) {
        return patch.valueStream().anyMatch(item -> Json.text(item, DIRECTIVE).equals(directive) && item.size() == 1);
    }

    private static void item(List<JsonNode> merged, JsonNode item, FieldType.Items items) {
        if (item.size() == 1 && item.has(DIRECTIVE)) {
            return;
        }
        Optional<JsonNode> same = find(merged, item, items);
        if (Json.text(item, DIRECTIVE).equals("delete")) {
            same.ifPresent(merged::remove);
        } else if (same.isPresent()) {
            merged.set(merged.indexOf(same.get()), apply(same.get(), item, items.item()));
        } else {
            merged.add(apply(Json.object(), item, items.item()));
        }
    }

    private static Optional<JsonNode> find(List<JsonNode> list, JsonNode item, FieldType.Items items) {
        String key = items.keys().get(0).name();
        return list.stream()
                .filter(other -> other.path(key).equals(item.path(key)))
                .findFirst();
    }

    private static void deleteValues(JsonNode live, JsonNode values) {
        if (live instanceof ArrayNode list) {
            for (JsonNode value : values) {
                for (int i = list.size() - 1; i >= 0; i--) {
                    if (list.get(i).equals(value)) {
                        list.remove(i);
                    }
                }
            }
        }
    }

    /** Brings the named items into the given order; items that are not named keep their place at the end. */
    private static void order(ObjectNode result, String name, JsonNode order, FieldType type) {
        if (!name.startsWith(ORDER) || !(result.path(name.substring(ORDER.length())) instanceof ArrayNode live)) {
            return;
        }
        FieldType listType = Fields.field(type, name.substring(ORDER.length()));
        List<JsonNode> left = new ArrayList<>(live.values());
        List<JsonNode> sorted = new ArrayList<>();
        for (JsonNode wanted : order) {
            Optional<JsonNode> found = listType instanceof FieldType.Items items
                    ? find(left, wanted, items)
                    : left.stream().filter(wanted::equals).findFirst();
            found.ifPresent(item -> {
                left.remove(item);
                sorted.add(item);
            });
        }
        sorted.addAll(left);
        result.set(name.substring(ORDER.length()), Json.array().addAll(sorted));
    }

    private static ObjectNode withoutDirectives(ObjectNode patch) {
        ObjectNode plain = Json.object();
        for (Map.Entry<String, JsonNode> entry : patch.properties()) {
            if (!entry.getKey().startsWith("$")) {
                plain.set(entry.getKey(), entry.getValue().deepCopy());
            }
        }
        return plain;
    }
}
