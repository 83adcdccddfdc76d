// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which pods are meant, by their labels.
 * Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 *
 * @param labels all of these must be there
 * @param expressions as they stand in the object: key, operator, values
 */
public record LabelSelector(Map<String, String> labels, List<Map<?, ?>> expressions) {
    public LabelSelector {
        labels = Map.copyOf(labels);
        expressions = List.copyOf(expressions);
    }

    /** The selector of a workload. */
    static LabelSelector of(Manifest workload) {
        Map<String, String> labels = new LinkedHashMap<>();
        workload.map("spec", "selector", "matchLabels").forEach((key, value) -> labels.put(key, String.valueOf(value)));
        List<Map<?, ?>> expressions = workload.list("spec", "selector", "matchExpressions").stream()
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(expression -> (Map<?, ?>) expression)
                .toList();
        return new LabelSelector(labels, expressions);
    }

    /** Whether an object with these labels is selected; a selector that says nothing selects nothing. */
    public boolean matches(Map<String, String> of) {
        boolean empty = labels.isEmpty() && expressions.isEmpty();
        return !empty
                && of.entrySet().containsAll(labels.entrySet())
                && expressions.stream().allMatch(expression -> holds(expression, of));
    }

    private static boolean holds(Map<?, ?> expression, Map<String, String> of) {
        String key = String.valueOf(expression.get("key"));
        boolean there = of.containsKey(key);
        boolean listed = there && expression.get("values") instanceof List<?> values && values.contains(of.get(key));
        return switch (String.valueOf(expression.get("operator"))) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> there;
            case "DoesNotExist" -> !there;
            default -> false;
        };
    }
}
