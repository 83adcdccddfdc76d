// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import java.time.Instant;
import java.util.Optional;

/** The earliest time at which a controller wants to look again. */
final class Alarm {
    private Optional<Instant> earliest = Optional.empty();

    void at(Instant time) {
        if (earliest.map(time::isBefore).orElse(true)) {
            earliest = Optional.of(time);
        }
    }

    Optional<Instant> earliest() {
        return earliest;
    }
}
