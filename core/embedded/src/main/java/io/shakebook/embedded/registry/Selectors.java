// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.registry;

import io.shakebook.embedded.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Label selectors as text (as in a query) and as data (as in a spec). */
public final class Selectors {
    private static final Pattern SET = Pattern.compile("\\s*(\\S+)\\s+(in|notin)\\s*\\(([^)]*)\\)\\s*");
    private static final Pattern EQUALITY = Pattern.compile("\\s*([^=!\\s]+)\\s*(==|=|!=)\\s*([^=!\\s]*)\\s*");

    private static final Pattern KEY = Pattern.compile("!?\\s*[A-Za-z0-9][-A-Za-z0-9_./]*");

    private Selectors() {}

    /** A test on an object's labels; the empty text lets everything pass. */
    public static Predicate<JsonNode> labels(String text) {
        Predicate<JsonNode> all = labels -> true;
        for (String part : split(text)) {
            if (!part.isBlank()) {
                all = all.and(requirement(part));
            }
        }
        return all;
    }

    /** At commas that are not inside brackets. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static Predicate<JsonNode> requirement(String part) {
        Matcher set = SET.matcher(part);
        if (set.matches()) {
            List<String> values =
                    Arrays.stream(set.group(3).split(",")).map(String::trim).toList();
            return operator(set.group(1), set.group(2).equals("in") ? "In" : "NotIn", values);
        }
        Matcher equality = EQUALITY.matcher(part);
        if (equality.matches()) {
            String operator = equality.group(2).equals("!=") ? "NotIn" : "In";
            return operator(equality.group(1), operator, List.of(equality.group(3)));
        }
        String key = part.trim();
        if (!KEY.matcher(key).matches()) {
            throw ApiFailure.badRequest("unable to parse requirement: '" + key + "'");
        }
        return key.startsWith("!")
                ? operator(key.substring(1).trim(), "DoesNotExist", List.of())
                : operator(key, "Exists", List.of());
    }

    private static Predicate<JsonNode> operator(String key, String operator, List<String> values) {
        return switch (operator) {
            case "In" -> labels -> labels.has(key) && values.contains(Json.text(labels, key));
            case "NotIn" -> labels -> !labels.has(key) || !values.contains(Json.text(labels, key));
            case "Exists" -> labels -> labels.has(key);
            default -> labels -> !labels.has(key);
        };
    }

    /** A workload's spec.selector; one without any requirement matches nothing. */
    public static Predicate<JsonNode> of(JsonNode selector) {
        JsonNode labels = selector.path("matchLabels");
        Predicate<JsonNode> all = equal(labels);
        for (JsonNode expression : selector.path("matchExpressions")) {
            List<String> values = new ArrayList<>();
            expression.path("values").forEach(value -> values.add(value.asString("")));
            all = all.and(operator(Json.text(expression, "key"), Json.text(expression, "operator"), values));
        }
        return labels.isEmpty() && selector.path("matchExpressions").isEmpty() ? nothing -> false : all;
    }

    /** A plain map, as in a Service. */
    public static Predicate<JsonNode> equal(JsonNode wanted) {
        return labels -> wanted.propertyStream()
                .allMatch(entry -> Json.text(labels, entry.getKey())
                                .equals(entry.getValue().asString(""))
                        && labels.has(entry.getKey()));
    }

    /** As text: {@code a=b,c=d}. */
    public static String text(JsonNode labels) {
        return labels.propertyStream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().asString(""))
                .collect(Collectors.joining(","));
    }
}
