// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.Target;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Manifest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** A replacement is a delete and then a create. */
final class Replacement {
    /** What is read only to be told is not waited for as long as what the run rests on. */
    private static final Duration FOR_A_WORD = Duration.ofSeconds(10);

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

    /** What there is after a replacement that did not come to its end, by reading it, whatever became of its requests. */
    static String stands(Change replaced, Clusters clusters) {
        String object = replaced.target().object().shown();
        try {
            return stands(
                    replaced,
                    object,
                    clusters.view(replaced.target().cluster(), FOR_A_WORD)
                            .get(replaced.target().object()));
        } catch (Unanswered e) {
            return "it is not known whether the old " + object
                    + " is deleted and the new one created; resume reads first";
        }
    }

    private static String stands(Change replaced, String object, Optional<Manifest> live) {
        if (live.isEmpty()) {
            return "the old " + object + " is deleted, the new one is not there yet; resume creates it";
        }
        if (!replaced.target().uid().equals(live.map(Manifest::uid))) {
            return "the old " + object + " is deleted, and a new one is there; resume compares it first";
        }
        return live.get().text("metadata", "deletionTimestamp").isEmpty()
                ? "the old " + object + " is still there, the new one is not; resume deletes and creates it"
                : "the old " + object + " is being deleted, the new one is not there yet; resume creates it";
    }

    /** What keeps an object that is being deleted. */
    static String held(Optional<Manifest> live) {
        String finalizers = live.map(object -> object.list("metadata", "finalizers")).stream()
                .flatMap(list -> list.stream().map(String::valueOf))
                .collect(Collectors.joining(", "));
        return finalizers.isEmpty() ? "" : "held by finalizer " + finalizers;
    }
}
