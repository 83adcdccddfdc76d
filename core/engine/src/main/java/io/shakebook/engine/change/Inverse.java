// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.List;

/** The way back of a change, computed while planning. */
public sealed interface Inverse {

    /** Delete what was created, guarded by the uid that the create returned. */
    record Delete() implements Inverse {}

    /**
     * Put back what was there before. A field that the change sets and that is not among these was not there.
     *
     * @param manager field manager under which that is done: the one of ours that owned the fields, else the change's own
     * @param before the fields that the change sets or drops, as they were
     * @param released fields that the change leaves as they are and only becomes an owner of
     */
    record Swap(String manager, Manifest before, List<FieldPath> released) implements Inverse {
        public Swap {
            requireNonNull(manager, "manager");
            requireNonNull(before, "before");
            released = List.copyOf(released);
        }
    }

    /**
     * Create again what was deleted, as it was but for what the server owns.
     *
     * @param manager field manager under which that is done: the one of ours that owned the object, else the change's own
     */
    record Create(String manager, Manifest body) implements Inverse {
        public Create {
            requireNonNull(manager, "manager");
            requireNonNull(body, "body");
        }
    }

    /** There is no way back. */
    record Impossible(String why) implements Inverse {
        public Impossible {
            requireNonNull(why, "why");
        }
    }
}
