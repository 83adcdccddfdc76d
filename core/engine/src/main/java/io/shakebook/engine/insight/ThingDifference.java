// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.insight.Content.Named;
import java.util.List;
import java.util.Optional;

/**
 * A cluster or an entry that is not what it was.
 *
 * @param thing by the name that it has now; if it is gone, by the one that it had
 * @param formerly its name on the other side, if it was renamed
 * @param fields values of its own that changed
 * @param through what it refers to, directly or not, that changed
 */
public record ThingDifference(
        Kind kind, Named thing, Optional<String> formerly, List<FieldDifference> fields, List<Named> through) {

    /** What became of it. */
    public enum Kind {
        ADDED,
        REMOVED,
        RENAMED,
        CHANGED,
        /** It says the same, and what it refers to changed. */
        AFFECTED
    }

    public ThingDifference {
        requireNonNull(kind, "kind");
        requireNonNull(thing, "thing");
        requireNonNull(formerly, "formerly");
        fields = List.copyOf(fields);
        through = List.copyOf(through);
    }
}
