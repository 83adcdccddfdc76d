// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.Manifest;

/** The way back of a change, computed while planning. */
public sealed interface Inverse {

    /** Delete what was created, guarded by the uid that the create returned. */
    record Delete() implements Inverse {}

    /** Swap before and after. */
    record Swap() implements Inverse {}

    /** Create again what was deleted, as it was but for what the server owns. */
    record Create(Manifest body) implements Inverse {
        public Create {
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
