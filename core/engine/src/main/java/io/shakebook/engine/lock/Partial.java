// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.LinkedHashMap;
import java.util.Map;

/** Some fields of an object, to be applied. */
final class Partial {

    private Partial() {}

    /** @param annotations may be none */
    static Manifest of(ObjectRef ref, Map<String, Object> annotations, Map<String, Object> rest) {
        Manifest bare = Manifest.of(ref, rest);
        Map<String, Object> metadata = new LinkedHashMap<>(bare.map("metadata"));
        if (!annotations.isEmpty()) {
            metadata.put("annotations", annotations);
        }
        Map<String, Object> tree = new LinkedHashMap<>(bare.tree());
        tree.put("metadata", metadata);
        return new Manifest(tree);
    }
}
