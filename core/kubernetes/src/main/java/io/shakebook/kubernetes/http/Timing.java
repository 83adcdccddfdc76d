// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.time.Duration;

/** Time and chance, as retries need them. */
public interface Timing {

    /** Nanoseconds since some moment. */
    long nanos();

    void pause(Duration longest) throws InterruptedException;

    /** A number from 0 to 1, another one each time, so that many clients do not come back at the same moment. */
    double chance();
}
