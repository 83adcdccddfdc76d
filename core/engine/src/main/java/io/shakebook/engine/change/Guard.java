// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

/** What must hold for a write to take effect; the server checks it. */
public sealed interface Guard {

    /** The object is not there. */
    record Missing() implements Guard {}

    /** The object is the one that was read, unchanged since. */
    record Unchanged(String uid, String resourceVersion) implements Guard {
        public Unchanged {
            requireNonNull(uid, "uid");
            requireNonNull(resourceVersion, "resourceVersion");
            if (uid.isEmpty() || resourceVersion.isEmpty()) {
                throw new IllegalArgumentException("an empty uid or version would guard nothing");
            }
        }
    }
}
