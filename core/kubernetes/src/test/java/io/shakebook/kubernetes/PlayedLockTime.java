// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import io.shakebook.engine.lock.LockTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Time that passes only when a test, or somebody who pauses, lets it. */
final class PlayedLockTime implements LockTime {
    private final List<Runnable> beats = new CopyOnWriteArrayList<>();
    private Instant wall = Instant.parse("2026-11-22T21:00:00Z");
    private Duration running = Duration.ZERO;

    /** What is called again and again. */
    List<Runnable> beats() {
        return beats;
    }

    synchronized void pass(Duration time) {
        wall = wall.plus(time);
        running = running.plus(time);
    }

    /** Time goes on, and what is called again and again is called once. */
    void beat(Duration time) {
        pass(time);
        beats.forEach(Runnable::run);
    }

    @Override
    public synchronized Instant wall() {
        return wall;
    }

    @Override
    public synchronized Duration running() {
        return running;
    }

    @Override
    public void pause(Duration longest) {
        pass(longest);
    }

    @Override
    public Beat every(Duration pause, Runnable work) {
        beats.add(work);
        return () -> beats.remove(work);
    }
}
