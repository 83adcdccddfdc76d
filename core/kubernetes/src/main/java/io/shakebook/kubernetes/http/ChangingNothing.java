// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.time.Duration;

/**
 * Lets only requests pass that leave the cluster as it is: reads, watches, dry runs, and the two reviews that ask who we
 * are and what we may. All planning and all reading goes through here, so that a plan has no means to write.
 */
public final class ChangingNothing implements Requests {
    private final Requests requests;

    public ChangingNothing(Requests requests) {
        this.requests = requests;
    }

    /** @throws IllegalArgumentException if the request could change something; nothing was sent */
    @Override
    public Answer send(Call call, Duration deadline) throws Unreached {
        if (!call.changesNothing()) {
            throw new IllegalArgumentException("a planning client must not send " + call);
        }
        return requests.send(call, deadline);
    }
}
