// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets at most so many requests be in flight at once; the others wait for their turn. */
public final class AtMost implements Requests {
    private final Requests requests;
    private final Semaphore slots;

    /** @param slots shared by all who send to the same cluster */
    public AtMost(Semaphore slots, Requests requests) {
        this.slots = slots;
        this.requests = requests;
    }

    @Override
    public Answer send(Call call, Duration deadline) throws Unreached {
        try {
            if (!slots.tryAcquire(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unreached("no request slot was free within " + Words.of(deadline), true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreached("interrupted", false);
        }
        try {
            return requests.send(call, deadline);
        } finally {
            slots.release();
        }
    }
}
