// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Holes;
import io.shakebook.spi.kube.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A body in which a harmless text stands for whatever is still pending, to ask a server about its form. Never written. */
record StandIns(Manifest pending) {
    private static final String TEXT = "pending";

    Manifest body() {
        return new Manifest(filled(pending.tree()));
    }

    private static Map<String, Object> filled(Map<?, ?> map) {
        Map<String, Object> filled = new LinkedHashMap<>();
        map.forEach((key, value) -> filled.put((String) key, filled(value)));
        return filled;
    }

    private static Object filled(Object node) {
        if (node instanceof Map<?, ?> map) {
            return filled(map);
        }
        if (node instanceof List<?> list) {
            return list.stream().map(StandIns::filled).toList();
        }
        return Holes.in(node).isEmpty() ? node : TEXT;
    }
}
