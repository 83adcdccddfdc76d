// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.time.Duration;

/** Sends requests to one API server. Safe to use from several threads. */
public interface Requests {

    /**
     * Returns the whole answer, whatever its status code.
     *
     * @param deadline longest wait for the last byte of the answer, counted from when its turn has come
     * @throws Unreached if none came; an interrupt counts as such and stays set
     */
    Answer send(Call call, Duration deadline) throws Unreached;

    /** Whether the next request goes out with another credential than one that was refused (401) just now. */
    default boolean renew() {
        return false;
    }
}
