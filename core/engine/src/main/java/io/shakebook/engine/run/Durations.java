// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import java.time.Duration;

/** Durations as people write them: {@code 5 min}, {@code 90 s}, {@code 300 ms}. */
final class Durations {
    private Durations() {}

    static String shown(Duration duration) {
        if (duration.toMillis() < 1000) {
            return duration.toMillis() + " ms";
        }
        boolean minutes = duration.toSeconds() >= 120 && duration.toSeconds() % 60 == 0;
        return minutes ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }
}
