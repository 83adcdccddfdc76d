// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.FieldPath;
import java.util.List;

/** How a live object stands to a change that was planned earlier. */
public sealed interface Staleness {

    /** What the change sets is still as it was planned on. */
    record AsPlanned() implements Staleness {}

    /** What the change sets is already as it wants it. */
    record AlreadySo() implements Staleness {}

    /** Something that the change sets is neither. */
    record Moved(List<Move> moves) implements Staleness {
        public Moved {
            moves = List.copyOf(moves);
        }
    }

    /**
     * One value that is another than planned on.
     *
     * @param path the field, or the file in which the key lies
     * @param key of the file; empty for a field
     * @param manager who set the field last, or, of a field that nobody has set, wrote to the object last; of the uid, who
     *     made the object; as far as the server knows, may be empty
     * @param time when, as the server wrote it; may be empty
     */
    record Move(FieldPath path, String key, Side planned, Side now, String manager, String time) {
        public Move {
            requireNonNull(path, "path");
            requireNonNull(key, "key");
            requireNonNull(planned, "planned");
            requireNonNull(now, "now");
            requireNonNull(manager, "manager");
            requireNonNull(time, "time");
        }
    }
}
