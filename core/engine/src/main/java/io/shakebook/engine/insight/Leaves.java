// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import io.shakebook.engine.insight.Content.Fields;
import java.util.LinkedHashMap;
import java.util.Map;

/** The single values in a map, by their paths. */
final class Leaves {

    private Leaves() {}

    /** A list is a single value: what its items are for is not known. */
    static Map<String, Content> of(Fields fields) {
        Map<String, Content> leaves = new LinkedHashMap<>();
        add("", fields, leaves);
        return leaves;
    }

    private static void add(String path, Content content, Map<String, Content> leaves) {
        if (content instanceof Fields map && (path.isEmpty() || !map.fields().isEmpty())) {
            map.fields().forEach((key, inner) -> add(path.isEmpty() ? key : path + "." + key, inner, leaves));
        } else {
            leaves.put(path, content);
        }
    }
}
