// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.engine.source.JsonReader;
import io.shakebook.spi.kube.FieldPath;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The written form of a set of fields in {@code managedFields}: {@code f:} a key, {@code k:} an element by its keys,
 * {@code v:} a plain value of a list, {@code i:} a position, {@code .} the node itself.
 * Source: https://github.com/kubernetes-sigs/structured-merge-diff, fieldpath/serialize-pe.go
 */
final class FieldsV1 {

    private FieldsV1() {}

    static void leaves(Map<?, ?> fields, FieldPath at, Set<FieldPath> found) {
        if (fields.isEmpty() || fields.keySet().equals(Set.of("."))) {
            found.add(at);
            return;
        }
        fields.forEach((key, below) -> {
            String name = String.valueOf(key);
            if (name.startsWith("v:")) {
                found.add(at);
            } else if (!name.equals(".")) {
                segment(name)
                        .ifPresent(segment ->
                                leaves(below instanceof Map<?, ?> map ? map : Map.of(), at.then(segment), found));
            }
        });
    }

    /** Empty for what this version does not know: then nobody is said to own it. */
    private static Optional<FieldPath.Segment> segment(String key) {
        String rest = key.substring(Math.min(2, key.length()));
        return switch (key.substring(0, key.length() - rest.length())) {
            case "f:" -> Optional.of(new FieldPath.Key(rest));
            case "k:" -> element(rest);
            case "i:" -> Optional.of(new FieldPath.Index(Integer.parseInt(rest)));
            default -> Optional.empty();
        };
    }

    private static Optional<FieldPath.Segment> element(String json) {
        try {
            Map<String, Object> keys = new TreeMap<>();
            if (JsonReader.read(json) instanceof Map<?, ?> map) {
                map.forEach((name, value) -> keys.put((String) name, value));
            }
            return keys.isEmpty() ? Optional.empty() : Optional.of(new FieldPath.Element(keys));
        } catch (JsonReader.Broken e) {
            return Optional.empty();
        }
    }
}
