// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many requests may be in flight to one server, each on a connection of its own. A connection that is open is waited
 * for a moment before another one is opened, which takes two ways there and back and a good deal of arithmetic: a server
 * that answers at once is asked over one, a distant one over all of them. Shared by all who send to the same cluster.
 */
public final class Slots {
    private final Semaphore open = new Semaphore(1);
    private final Semaphore unopened;
    private final Duration moment;

    /** @param moment how long a connection that is open is worth to be waited for */
    public Slots(int most, Duration moment) {
        this.unopened = new Semaphore(most - 1);
        this.moment = moment;
    }

    /** Returns when there is one. */
    void take() throws InterruptedException {
        if (!takenSoon(moment)) {
            open.acquire();
        }
    }

    /** Whether there was one in time. */
    boolean take(Duration longest) throws InterruptedException {
        Duration soon = longest.compareTo(moment) < 0 ? longest : moment;
        return takenSoon(soon) || open.tryAcquire(longest.minus(soon).toNanos(), TimeUnit.NANOSECONDS);
    }

    private boolean takenSoon(Duration soon) throws InterruptedException {
        return open.tryAcquire(soon.toNanos(), TimeUnit.NANOSECONDS) || unopened.tryAcquire();
    }

    /** From now on it is open. */
    void give() {
        open.release();
    }

    boolean areWaitedFor() {
        return open.hasQueuedThreads();
    }
}
