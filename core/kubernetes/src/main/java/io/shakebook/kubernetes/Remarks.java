// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import io.shakebook.kubernetes.http.InVain;
import io.shakebook.kubernetes.http.Timing;
import java.time.Duration;

/**
 * Says of one cluster why it is asked again, once in a while: many requests fail at the same moment, and what is over
 * within a moment is not worth a word.
 */
final class Remarks implements InVain {
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(2);
    private static final Duration EACH = Duration.ofSeconds(10);

    private final String cluster;
    private final Onlooker onlooker;
    private final Timing timing;
    private long next;

    Remarks(String cluster, Onlooker onlooker, Timing timing) {
        this.cluster = cluster;
        this.onlooker = onlooker;
        this.timing = timing;
        this.next = timing.nanos();
    }

    @Override
    public void again(String why, Duration asked, Duration pause) {
        if (asked.plus(pause).compareTo(WORTH_A_WORD) >= 0 && isDue()) {
            String when = pause.compareTo(WORTH_A_WORD) < 0 ? "" : " in " + pause.toSeconds() + " s";
            onlooker.hears(cluster + ": " + why + "; asking again" + when);
        }
    }

    private synchronized boolean isDue() {
        long now = timing.nanos();
        if (now - next < 0) {
            return false;
        }
        next = now + EACH.toNanos();
        return true;
    }
}
