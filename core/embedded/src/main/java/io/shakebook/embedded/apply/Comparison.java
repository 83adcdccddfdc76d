// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.apply;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.schema.FieldType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What differs between two trees, field by field. Source: structured-merge-diff, typed/compare.go. */
record Comparison(FieldSet added, FieldSet modified, FieldSet removed) {
    private static final Comparison SAME = new Comparison(FieldSet.EMPTY, FieldSet.EMPTY, FieldSet.EMPTY);

    static Comparison of(JsonNode before, JsonNode after, FieldType type) {
        return of(before, after, type, false);
    }

    /** Structures exist in the real server's typed objects even when empty: only maps, lists and items come and go. */
    private static Comparison of(JsonNode before, JsonNode after, FieldType type, boolean item) {
        if (before.equals(after)) {
            return SAME;
        }
        Map<String, Fields.Part> left = Fields.parts(before, type);
        Map<String, Fields.Part> right = Fields.parts(after, type);
        if (left.isEmpty() && right.isEmpty()) {
            return leaf(before, after);
        }
        boolean comesAndGoes = item || !(type instanceof FieldType.Struct);
        Map<String, FieldSet> added = new LinkedHashMap<>();
        Map<String, FieldSet> modified = new LinkedHashMap<>();
        Map<String, FieldSet> removed = new LinkedHashMap<>();
        Set<String> steps = new LinkedHashSet<>(left.keySet());
        steps.addAll(right.keySet());
        for (String step : steps) {
            Fields.Part absent = new Fields.Part(Json.missing(), new FieldType.Open());
            Fields.Part old = left.getOrDefault(step, absent);
            Fields.Part now = right.getOrDefault(step, absent);
            FieldType inside = now.value().isMissingNode() ? old.type() : now.type();
            Comparison inner = of(old.value(), now.value(), inside, step.startsWith("k:"));
            added.put(step, inner.added);
            modified.put(step, inner.modified);
            removed.put(step, inner.removed);
        }
        return new Comparison(
                FieldSet.of(before.isMissingNode() && comesAndGoes, added),
                FieldSet.of(false, modified),
                FieldSet.of(after.isMissingNode() && comesAndGoes, removed));
    }

    private static Comparison leaf(JsonNode before, JsonNode after) {
        if (before.isMissingNode()) {
            return new Comparison(FieldSet.leaf(), FieldSet.EMPTY, FieldSet.EMPTY);
        }
        if (after.isMissingNode()) {
            return new Comparison(FieldSet.EMPTY, FieldSet.EMPTY, FieldSet.leaf());
        }
        return before.equals(after) ? SAME : new Comparison(FieldSet.EMPTY, FieldSet.leaf(), FieldSet.EMPTY);
    }

    FieldSet addedOrModified() {
        return added.union(modified);
    }

    boolean isSame() {
        return added.isEmpty() && modified.isEmpty() && removed.isEmpty();
    }

    /** Without the fields that nobody can own. */
    Comparison without(FieldSet branches) {
        return new Comparison(added.without(branches), modified.without(branches), removed.without(branches));
    }
}
