// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How long we bear with one cluster, whatever is asked of it: the time that is spent in vain, on tries that fail and on
 * pauses, adds up over all requests. When it is used up, requests fail at once and are not sent, so that a thousand
 * objects on a half-dead server end within minutes and not hours. A usable answer gives some of it back, and so does
 * time; hence a cluster that comes back is noticed within seconds, by the next request that is let through.
 */
public final class Patience {
    private static final Duration ALL = Duration.ofMinutes(4);
    private static final Duration PER_ANSWER = Duration.ofSeconds(5);
    /** Of each second that passes, so much comes back. */
    private static final double HEALING = 0.1;

    private static final Duration LONGEST_DEBT = Duration.ofSeconds(1);

    private final Timing timing;
    private long left = ALL.toNanos();
    private long seen;
    private String last = "";

    public Patience(Timing timing) {
        this.timing = timing;
        this.seen = timing.nanos();
    }

    /** Why nothing is asked now; empty if a request may be sent. */
    synchronized Optional<String> over() {
        heal();
        return left > 0
                ? Optional.empty()
                : Optional.of("not asked, for " + Words.of(ALL) + " were spent in vain on this cluster; last: " + last);
    }

    /** A try failed. */
    synchronized void failed(Duration took, String why) {
        last = why;
        paused(took);
    }

    /** Waited before the next try. */
    synchronized void paused(Duration took) {
        heal();
        left = Math.max(left - took.toNanos(), -LONGEST_DEBT.toNanos());
    }

    synchronized void answered() {
        left = Math.min(left + PER_ANSWER.toNanos(), ALL.toNanos());
    }

    private void heal() {
        long now = timing.nanos();
        left = Math.min(left + (long) ((now - seen) * HEALING), ALL.toNanos());
        seen = now;
    }
}
