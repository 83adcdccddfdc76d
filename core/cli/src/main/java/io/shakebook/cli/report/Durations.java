// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import java.time.Duration;
import java.util.Locale;

/** Durations for people: {@code 0.3 s}, {@code 12 s}, {@code 5 min}, {@code 1 h 5 min}. */
final class Durations {

    private Durations() {}

    /** What is negative is shown as nothing: then a clock was set back. */
    static String shown(Duration duration) {
        if (duration.isNegative()) {
            return shown(Duration.ZERO);
        }
        long seconds = duration.toSeconds();
        if (seconds < 10 && duration.toMillis() % 1000 != 0) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return two(seconds / 60, "min", seconds % 60, "s");
        }
        return two(seconds / 3600, "h", seconds % 3600 / 60, "min");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
