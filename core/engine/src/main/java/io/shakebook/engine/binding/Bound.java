// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import java.util.Collection;
import java.util.Optional;

/** What became of a value that was to be bound. */
public sealed interface Bound {
    Bound OPEN = new Open();
    Bound FAILED = new Failed();

    /** The Java value. */
    record Done(Object value) implements Bound {}

    /** Right as far as it is known. */
    record Open() implements Bound {}

    /** Wrong; it was reported. */
    record Failed() implements Bound {}

    default Optional<Object> done() {
        return this instanceof Done done ? Optional.of(done.value()) : Optional.empty();
    }

    /** Failed if one of them is, otherwise open if one of them is; empty if all are done. */
    static Optional<Bound> unfinished(Collection<Bound> parts) {
        if (parts.stream().anyMatch(Failed.class::isInstance)) {
            return Optional.of(FAILED);
        }
        return parts.stream().anyMatch(Open.class::isInstance) ? Optional.of(OPEN) : Optional.empty();
    }
}
