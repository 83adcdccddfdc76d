// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.Optional;

/**
 * One request as data: no part is pending, and a guard says when it may take effect. Secret parts are still closed; the
 * writer opens them.
 *
 * @param body whole body to apply; empty for a delete
 * @param fieldManager {@code shakebook.<module>}
 * @param force take fields from other managers: only if every conflict was in the plan
 * @param wholly whether a deleted object stays, terminating, until all that belongs to it is gone: for a workload, its pods
 */
public record ReadyChange(
        String cluster,
        ObjectRef object,
        Optional<Manifest> body,
        Guard guard,
        String fieldManager,
        boolean force,
        boolean wholly) {
    public ReadyChange {
        requireNonNull(cluster, "cluster");
        requireNonNull(object, "object");
        requireNonNull(guard, "guard");
        requireNonNull(fieldManager, "fieldManager");
        body.ifPresent(manifest -> Holes.in(manifest).stream().findFirst().ifPresent(hole -> {
            throw new IllegalArgumentException("still pending in " + object + ": " + hole);
        }));
        if (body.isEmpty() && !(guard instanceof Guard.Unchanged)) {
            throw new IllegalArgumentException("a delete needs uid and version of what it deletes");
        }
    }

    /** An apply, or a delete that returns before what belongs to the object is gone. */
    public ReadyChange(
            String cluster,
            ObjectRef object,
            Optional<Manifest> body,
            Guard guard,
            String fieldManager,
            boolean force) {
        this(cluster, object, body, guard, fieldManager, force, false);
    }

    /** The delete of an object together with all that belongs to it: it is gone last. */
    public static ReadyChange wholeDelete(String cluster, ObjectRef object, Guard guard, String fieldManager) {
        return new ReadyChange(cluster, object, Optional.empty(), guard, fieldManager, false, true);
    }

    public boolean deletes() {
        return body.isEmpty();
    }
}
