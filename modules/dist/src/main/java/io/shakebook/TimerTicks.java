// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import io.shakebook.cli.Ticks;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The beat of the process's own clock. */
final class TimerTicks implements Ticks {

    @Override
    public Beat everySecond(Runnable tick) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "ticks");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleAtFixedRate(tick, 1, 1, TimeUnit.SECONDS);
        return timer::shutdownNow;
    }
}
