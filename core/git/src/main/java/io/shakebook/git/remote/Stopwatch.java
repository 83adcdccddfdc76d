// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.time.Duration;

/** Time that passes while other machines and other processes are waited for; the only real one here. */
final class Stopwatch {
    private volatile long begun = System.nanoTime();

    void restart() {
        begun = System.nanoTime();
    }

    Duration passed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    static void pause(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }
}
