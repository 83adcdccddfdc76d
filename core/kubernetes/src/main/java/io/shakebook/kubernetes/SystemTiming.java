// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import io.shakebook.kubernetes.http.Timing;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The time of this machine. */
public final class SystemTiming implements Timing {

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void pause(Duration longest) throws InterruptedException {
        Thread.sleep(longest.toMillis());
    }

    @Override
    public double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
