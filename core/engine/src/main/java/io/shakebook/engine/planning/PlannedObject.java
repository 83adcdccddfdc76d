// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.change.Change;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object that a step changes, before and after.
 *
 * @param before as it was read; empty if there was none
 * @param after as it will be, as far as is known; empty if it will be gone
 * @param decided fields that the server decides when the change is written
 */
record PlannedObject(
        String cluster,
        ObjectRef ref,
        Change change,
        Optional<Manifest> before,
        Optional<Manifest> after,
        Set<FieldPath> decided) {
    PlannedObject {
        requireNonNull(cluster, "cluster");
        requireNonNull(ref, "ref");
        requireNonNull(change, "change");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        decided = Set.copyOf(decided);
    }

    /** As it will be, for a module of a later step: whatever is not known yet cannot be read. */
    Optional<Manifest> readable() {
        return after.map(manifest -> new Veil(change, decided).over(manifest));
    }

    boolean carries(Map<String, String> labels) {
        return before.filter(object -> matches(object, labels)).isPresent()
                || after.filter(object -> matches(object, labels)).isPresent();
    }

    static boolean matches(Manifest object, Map<String, String> labels) {
        return object.labels().entrySet().containsAll(labels.entrySet());
    }
}
