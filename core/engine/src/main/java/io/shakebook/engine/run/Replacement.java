// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Target;
import io.shakebook.spi.kube.Manifest;
import java.util.Optional;
import java.util.stream.Collectors;

/** A replacement is a delete and then a create. */
final class Replacement {
    private Replacement() {}

    /** The create, for when the delete has happened. */
    static Change secondHalf(Change change) {
        Target target = new Target(change.target().cluster(), change.target().object(), Optional.empty());
        return new Change(
                change.id(),
                Action.CREATE,
                target,
                change.body(),
                change.partial(),
                change.diff(),
                change.check(),
                change.takes(),
                change.effects(),
                change.inverse());
    }

    /** What keeps an object that is being deleted. */
    static String held(Optional<Manifest> live) {
        String finalizers = live.map(object -> object.list("metadata", "finalizers")).stream()
                .flatMap(list -> list.stream().map(String::valueOf))
                .collect(Collectors.joining(", "));
        return finalizers.isEmpty() ? "" : "held by finalizer " + finalizers;
    }
}
