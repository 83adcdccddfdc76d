// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.controller.Behaviour.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a pod is in its life: a pure function of what it is like, what is in its way and how long it has been there.
 *
 * @param restarts how often its containers were started again
 * @param started when they were last started, or (crashed) when they ended
 * @param next when it gets further, if it does by itself
 */
record PodStage(State state, int restarts, Instant started, Optional<Instant> next) {
    enum State {
        PENDING,
        UNSCHEDULABLE,
        CREATING,
        BLOCKED,
        PULL_ERROR,
        PULL_BACK_OFF,
        STARTED,
        READY,
        CRASHED
    }

    private static final int LONGEST_BACK_OFF = 32;
    private static final int MOST_RESTARTS = 1_000;

    /**
     * The stage now.
     *
     * @param placed when a node was found, or when the search began
     * @param scheduled whether a node was found
     * @param unblocked since when nothing it mounts is missing; empty while something is
     */
    static PodStage of(
            Behaviour behaviour, Instant placed, boolean scheduled, Optional<Instant> unblocked, Instant now) {
        Duration ready = behaviour.readyAfter();
        if (!scheduled) {
            boolean stuck = behaviour.fails(FaultKind.UNSCHEDULABLE);
            Instant due = placed.plus(ready.dividedBy(5));
            return stuck
                    ? new PodStage(State.UNSCHEDULABLE, 0, placed, Optional.empty())
                    : new PodStage(State.PENDING, 0, placed, Optional.of(due));
        }
        if (unblocked.isEmpty()) {
            return new PodStage(State.BLOCKED, 0, placed, Optional.empty());
        }
        Instant begun = unblocked.get().isAfter(placed) ? unblocked.get() : placed;
        Instant up = begun.plus(ready.multipliedBy(3).dividedBy(5));
        if (now.isBefore(up)) {
            return new PodStage(State.CREATING, 0, begun, Optional.of(up));
        }
        return running(behaviour, begun, up, now);
    }

    private static PodStage running(Behaviour behaviour, Instant begun, Instant up, Instant now) {
        Instant full = begun.plus(behaviour.readyAfter());
        if (behaviour.fails(FaultKind.IMAGE_PULL_BACK_OFF)) {
            return now.isBefore(full)
                    ? new PodStage(State.PULL_ERROR, 0, up, Optional.of(full))
                    : new PodStage(State.PULL_BACK_OFF, 0, up, Optional.empty());
        }
        if (behaviour.fails(FaultKind.CRASH_LOOP_BACK_OFF)) {
            return crashing(behaviour.readyAfter(), up, now);
        }
        return now.isBefore(full)
                ? new PodStage(State.STARTED, 0, up, Optional.of(full))
                : new PodStage(State.READY, 0, up, Optional.empty());
    }

    /** Runs as long as it took to become ready, then waits twice as long each time before it is started again. */
    private static PodStage crashing(Duration ready, Instant up, Instant now) {
        Duration run = ready.isZero() ? Duration.ofMillis(100) : ready;
        Instant start = up;
        long backOff = 1;
        for (int restarts = 0; restarts < MOST_RESTARTS; restarts++) {
            Instant end = start.plus(run);
            if (now.isBefore(end)) {
                return new PodStage(State.STARTED, restarts, start, Optional.of(end));
            }
            Instant again = end.plus(run.multipliedBy(backOff));
            if (now.isBefore(again)) {
                return new PodStage(State.CRASHED, restarts, end, Optional.of(again));
            }
            start = again;
            backOff = Math.min(LONGEST_BACK_OFF, backOff * 2);
        }
        return new PodStage(State.CRASHED, MOST_RESTARTS, now, Optional.empty());
    }
}
