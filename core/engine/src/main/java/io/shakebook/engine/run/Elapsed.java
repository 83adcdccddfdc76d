// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Time since it was made, by a clock that may be set back meanwhile: what it goes back does not count, so that no wait gets
 * longer and no duration negative. It is as good as it is asked often. For one thread.
 */
final class Elapsed {
    private final Clock clock;
    private Instant last;
    private Duration so = Duration.ZERO;

    Elapsed(Clock clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    Duration now() {
        Instant now = clock.instant();
        if (now.isAfter(last)) {
            so = so.plus(Duration.between(last, now));
        }
        last = now;
        return so;
    }
}
