// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.engine.change.FileChange.KeyChange;
import io.shakebook.spi.kube.Manifest;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the way back of a change while it is planned. */
public final class Inverses {

    private Inverses() {}

    /**
     * @param live the object before the change; empty for a create
     * @throws IllegalArgumentException if there is nothing to delete
     */
    public static Inverse of(Action action, Optional<Manifest> live, Diff diff) {
        Optional<Inverse> lost = lost(diff);
        return switch (action) {
            case CREATE -> new Inverse.Delete();
            case UPDATE, ADOPT -> lost.orElse(new Inverse.Swap());
            case DELETE -> lost.orElseGet(() -> create(live));
            case REPLACE -> new Inverse.Impossible("the object is replaced: what it was before is gone");
        };
    }

    private static Inverse create(Optional<Manifest> live) {
        Manifest object =
                live.orElseThrow(() -> new IllegalArgumentException("a delete needs the object that it deletes"));
        return Confidential.kind(object.ref().kind())
                ? new Inverse.Impossible("what the object holds is secret and is not kept in the plan")
                : new Inverse.Create(ServerOwned.without(object));
    }

    private static Optional<Inverse> lost(Diff diff) {
        Stream<String> fields = diff.fields().stream()
                .filter(field -> masked(field.before()))
                .map(field -> field.path().toString());
        Stream<String> keys = diff.files().stream()
                .flatMap(file -> file.keys().stream()
                        .filter(key -> masked(key.before()))
                        .map(KeyChange::key)
                        .map(key -> key + " in " + file.file()));
        return Stream.concat(fields, keys)
                .findFirst()
                .map(what ->
                        new Inverse.Impossible("the old value of " + what + " is masked and is not kept in the plan"));
    }

    private static boolean masked(Side side) {
        return side instanceof Side.Masked masked && !masked.equal();
    }
}
