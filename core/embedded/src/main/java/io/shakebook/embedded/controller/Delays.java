// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import java.time.Duration;

/** How long pods take where nothing else is said. */
public record Delays(Duration ready, Duration gone) {
    public Delays {
        if (ready.isNegative() || gone.isNegative()) {
            throw new IllegalArgumentException("delays cannot be negative: ready " + ready + ", gone " + gone);
        }
    }

    /** For seeding: what a cluster starts with is ready. */
    public static Delays none() {
        return new Delays(Duration.ZERO, Duration.ZERO);
    }
}
