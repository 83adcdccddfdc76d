// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.time.Duration;

/**
 * Lets at most so many requests be in flight at once; the others wait for their turn, as long as it takes: each of those
 * in flight has a deadline, and a request's own deadline counts from when it is sent. A healthy but slow server thus
 * makes a long queue slow and not fail.
 */
public final class AtMost implements Requests {
    private final Requests requests;
    private final Slots slots;

    public AtMost(Slots slots, Requests requests) {
        this.slots = slots;
        this.requests = requests;
    }

    /** The same, where the wait for a turn ends with the time of who waits. */
    public Requests within(TimeLeft left) {
        return new InTime(slots, requests, left);
    }

    /** The same, where each request is thought over once more when its turn has come. */
    public Requests ifStill(StillWanted wanted) {
        return new AtMost(slots, new IfStillWanted(wanted, requests));
    }

    @Override
    public Answer send(Call call, Duration deadline) throws Unreached {
        try {
            slots.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreached("interrupted", false).unsent();
        }
        try {
            return requests.send(call, deadline);
        } finally {
            slots.give();
        }
    }
}
