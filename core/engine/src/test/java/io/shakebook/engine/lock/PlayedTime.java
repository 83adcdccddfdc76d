// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when a test, or somebody who pauses, lets it. */
final class PlayedTime implements LockTime {
    private final List<Runnable> beats = new ArrayList<>();
    private Instant wall = Instant.parse("2026-11-22T21:00:00Z");
    private Duration running = Duration.ofHours(1);
    private Runnable meanwhile = () -> {};

    /** Both clocks go on, and nothing is called. */
    void pass(Duration time) {
        wall = wall.plus(time);
        running = running.plus(time);
    }

    /** Both clocks go on, and what is called again and again is called once. */
    void beat(Duration time) {
        pass(time);
        List.copyOf(beats).forEach(Runnable::run);
    }

    /** Only what hangs on the wall. */
    void setClock(Duration by) {
        wall = wall.plus(by);
    }

    /** What others do during each pause. */
    void during(Runnable pause) {
        meanwhile = pause;
    }

    /** Whoever was called again and again is dead. */
    void silence() {
        beats.clear();
    }

    int beats() {
        return beats.size();
    }

    @Override
    public Instant wall() {
        return wall;
    }

    @Override
    public Duration running() {
        return running;
    }

    @Override
    public void pause(Duration longest) {
        pass(longest);
        meanwhile.run();
    }

    @Override
    public Beat every(Duration pause, Runnable work) {
        beats.add(work);
        return () -> beats.remove(work);
    }
}
