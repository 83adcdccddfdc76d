// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.FieldPath.Element;
import io.shakebook.spi.kube.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of an object by path: scalars, texts, maps and lists that are one value, and empty ones. */
final class Leaves {
    private final Shape shape;
    private final Map<FieldPath, Object> found = new LinkedHashMap<>();

    private Leaves(Shape shape) {
        this.shape = shape;
    }

    /** Without what names the object and what only the server writes. */
    static Map<FieldPath, Object> of(Manifest manifest, Shape shape) {
        Leaves leaves = new Leaves(shape);
        leaves.walk(FieldPath.ROOT, manifest.tree());
        return leaves.found;
    }

    private void walk(FieldPath at, Object node) {
        if (ServerOwned.ignored(at)) {
            return;
        }
        if (node instanceof Map<?, ?> map && !map.isEmpty() && !shape.whole(at)) {
            map.forEach((key, value) -> walk(at.key((String) key), value));
        } else if (node instanceof List<?> list) {
            walkList(at, list);
        } else {
            found.put(at, node);
        }
    }

    private void walkList(FieldPath at, List<?> list) {
        Optional<List<Element>> elements = shape.elements(at, list);
        if (list.isEmpty() || elements.isEmpty()) {
            found.put(at, list);
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            walk(at.then(elements.get().get(i)), list.get(i));
        }
    }
}
