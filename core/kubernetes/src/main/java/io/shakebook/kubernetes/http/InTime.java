// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.time.Duration;

/** Requests of somebody whose time is limited, the wait for a turn included; what comes too late is not sent. */
final class InTime implements Requests {
    private final Slots slots;
    private final Requests requests;
    private final TimeLeft left;

    InTime(Slots slots, Requests requests, TimeLeft left) {
        this.slots = slots;
        this.requests = requests;
        this.left = left;
    }

    @Override
    public Answer send(Call call, Duration deadline) throws Unreached {
        takeTurn();
        try {
            Duration rest = left.now();
            if (rest.isZero()) {
                throw new Unreached("not asked, since what was asked before took all the time", false).unsent();
            }
            return requests.send(call, rest.compareTo(deadline) < 0 ? rest : deadline);
        } finally {
            slots.give();
        }
    }

    private void takeTurn() throws Unreached {
        try {
            if (!slots.take(left.now())) {
                throw new Unreached("not asked, since other requests to it have had no answer yet", false).unsent();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreached("interrupted", false).unsent();
        }
    }
}
