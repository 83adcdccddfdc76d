// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is no part of a comparison: the object's names, what only the server writes, and bookkeeping of other clients. */
final class ServerOwned {
    private static final Set<String> METADATA = Set.of(
            "managedFields",
            "resourceVersion",
            "generation",
            "uid",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "selfLink");

    /** Holds a copy of the whole object, passwords included. */
    private static final FieldPath LAST_APPLIED =
            FieldPath.of("metadata", "annotations", "kubectl.kubernetes.io/last-applied-configuration");

    /** Raised when a lock is taken over, so that a late write of its former holder is refused. */
    private static final FieldPath FENCE = FieldPath.of("metadata", "annotations", "shakebook.io/fence");

    private static final Set<FieldPath> NAMES = Set.of(
            FieldPath.of("apiVersion"),
            FieldPath.of("kind"),
            FieldPath.of("metadata", "name"),
            FieldPath.of("metadata", "namespace"));

    private ServerOwned() {}

    static boolean ignored(FieldPath path) {
        return NAMES.contains(path) || written(path);
    }

    /** The object as somebody could create it again. */
    static Manifest without(Manifest live) {
        return new Manifest(without(FieldPath.ROOT, live.tree()));
    }

    private static Map<String, Object> without(FieldPath at, Map<?, ?> node) {
        Map<String, Object> kept = new LinkedHashMap<>();
        node.forEach((key, value) -> {
            FieldPath path = at.key((String) key);
            if (!written(path)) {
                kept.put((String) key, value instanceof Map<?, ?> map ? without(path, map) : value);
            }
        });
        return kept;
    }

    private static boolean written(FieldPath path) {
        if (path.equals(FieldPath.of("status")) || path.equals(LAST_APPLIED) || path.equals(FENCE)) {
            return true;
        }
        return path.segments().size() == 2
                && path.startsWith(FieldPath.of("metadata"))
                && path.segments().get(1) instanceof FieldPath.Key key
                && METADATA.contains(key.name());
    }
}
