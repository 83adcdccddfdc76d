// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conditions in an object's status, by type. */
public record Conditions(List<Map<?, ?>> all) {
    public Conditions {
        all = List.copyOf(all);
    }

    public static Conditions of(Manifest manifest) {
        return new Conditions(manifest.list("status", "conditions").stream()
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(condition -> (Map<?, ?>) condition)
                .toList());
    }

    public boolean isTrue(String type) {
        return field(type, "status").equals("True");
    }

    /** A field of a condition, such as its reason or message; the empty string if there is none. */
    public String field(String type, String name) {
        return all.stream()
                .filter(condition -> type.equals(condition.get("type")))
                .findFirst()
                .flatMap(condition -> Optional.ofNullable(condition.get(name)))
                .map(String::valueOf)
                .orElse("");
    }
}
