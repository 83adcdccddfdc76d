// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.kubeconfig;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads any mapping as a manifest's tree. */
final class Manifests {

    private Manifests() {}

    static Map<String, Object> strings(Map<?, ?> map) {
        Map<String, Object> strings = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                strings.put(String.valueOf(key), value);
            }
        });
        return strings;
    }

    /** The same, where a text of digits is meant as a text. */
    static Map<String, Object> texts(Map<?, ?> map) {
        Map<String, Object> texts = strings(map);
        texts.replaceAll((key, value) -> value instanceof Number ? value.toString() : value);
        return texts;
    }
}
