// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.world;

import io.shakebook.spi.kube.Manifest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of manifests with one field changed. */
public final class Edited {
    private Edited() {}

    /** @param path plain map keys, separated by dots: {@code spec.replicas} */
    public static Manifest with(Manifest manifest, String path, Object value) {
        return new Manifest(with(manifest.tree(), path.split("\\."), 0, value));
    }

    private static Map<String, Object> with(Map<?, ?> tree, String[] path, int at, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        tree.forEach((key, child) -> copy.put((String) key, child));
        boolean last = at == path.length - 1;
        Map<?, ?> child = copy.get(path[at]) instanceof Map<?, ?> map ? map : Map.of();
        copy.put(path[at], last ? value : with(child, path, at + 1, value));
        return copy;
    }
}
