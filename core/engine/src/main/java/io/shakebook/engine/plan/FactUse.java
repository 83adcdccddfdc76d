// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import java.util.Map;

/** A column of a fact that a step uses: {@code sync/shards[0].suffix}, or {@code receiver.type} of a single row. */
public record FactUse(String fact, String row, String column) {

    public static FactUse parse(String use) {
        int bracket = use.indexOf('[');
        if (bracket < 0) {
            int dot = use.lastIndexOf('.');
            return new FactUse(use.substring(0, dot), "", use.substring(dot + 1));
        }
        int end = use.indexOf("].", bracket);
        return new FactUse(use.substring(0, bracket), use.substring(bracket + 1, end), use.substring(end + 2));
    }

    /** The column's value, or a word for its absence. */
    public Object in(Map<String, Map<String, Object>> rows) {
        Object value = rows.getOrDefault(row, Map.of()).get(column);
        return value == null ? "nothing" : value;
    }
}
