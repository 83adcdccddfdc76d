// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.time.Duration;

/** Sends what is still wanted. */
final class IfStillWanted implements Requests {
    private final StillWanted wanted;
    private final Requests requests;

    IfStillWanted(StillWanted wanted, Requests requests) {
        this.wanted = wanted;
        this.requests = requests;
    }

    @Override
    public Answer send(Call call, Duration deadline) throws Unreached {
        wanted.demand();
        try {
            return requests.send(call, deadline);
        } catch (Unreached e) {
            wanted.inVain(e);
            throw e;
        }
    }
}
