// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Lets at most so many requests be in flight at once; the others wait for their turn, as long as it takes: each of those
 * in flight has a deadline, and a request's own deadline counts from when it is sent. A healthy but slow server thus
 * makes a long queue slow and not fail.
 */
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
            slots.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreached("interrupted", false).unsent();
        }
        try {
            return requests.send(call, deadline);
        } finally {
            slots.release();
        }
    }
}
