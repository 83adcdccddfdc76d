// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.time.Duration;

/** What is left of the time that somebody has for several requests together, counted from when this was made. */
public final class TimeLeft {
    private final Timing timing;
    private final long end;

    public TimeLeft(Timing timing, Duration all) {
        this.timing = timing;
        this.end = timing.nanos() + all.toNanos();
    }

    /** Zero when it is over. */
    Duration now() {
        return Duration.ofNanos(Math.max(0, end - timing.nanos()));
    }
}
