// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by pauses, which it writes down. */
public final class PlayedTiming implements Timing {
    private final List<Duration> pauses = new ArrayList<>();
    private long nanos;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void pause(Duration longest) {
        pauses.add(longest);
        nanos += longest.toNanos();
    }

    @Override
    public double chance() {
        return 1;
    }

    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
