// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.engine.lock.LockTime;
import io.shakebook.kubernetes.SystemTiming;
import io.shakebook.kubernetes.http.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The time of this machine, as locks need it. */
record MachineTime(Clock clock, Timing timing) implements LockTime {

    MachineTime(Clock clock) {
        this(clock, new SystemTiming());
    }

    @Override
    public Instant wall() {
        return clock.instant();
    }

    @Override
    public Duration running() {
        return Duration.ofNanos(timing.nanos());
    }

    @Override
    public void pause(Duration longest) throws InterruptedException {
        timing.pause(longest);
    }

    @Override
    public Beat every(Duration pause, Runnable work) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lock");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(work, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return timer::shutdown;
    }
}
