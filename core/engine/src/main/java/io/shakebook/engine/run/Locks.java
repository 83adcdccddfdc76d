// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunEvent.Outcome;
import io.shakebook.engine.lock.Holder;
import io.shakebook.engine.lock.LockLost;
import io.shakebook.engine.lock.NotLocked;
import io.shakebook.engine.lock.RunLock;
import io.shakebook.engine.plan.Plan;
import java.util.Optional;

/** The locks of one run: taken before it begins if it will write, asked for before each write, given back at its end. */
final class Locks {
    private final RunLock lock;
    private final Recorder recorder;
    private final StopSignal stop;
    private volatile RunLock.Hold hold = RunLock.Hold.NONE;
    private volatile boolean lost;

    Locks(RunLock lock, Recorder recorder, StopSignal stop) {
        this.lock = lock;
        this.recorder = recorder;
        this.stop = stop;
    }

    /** @return how the run ended if it could not be begun; empty if it may go on */
    Optional<Outcome> take(Plan plan, Holder holder) {
        if (!plan.changesAnything()) {
            return Optional.empty();
        }
        RunLock.Request request = new RunLock.Request(plan, holder, recorder::recorded, stop::startNothing, this::lose);
        try {
            hold = lock.take(request);
            return Optional.empty();
        } catch (NotLocked e) {
            recorder.recorded(new RunEvent.LockRefused(e.failure()));
            return Optional.of(outcome(e.failure().code()));
        } catch (InterruptedException e) {
            return Optional.of(Outcome.INTERRUPTED);
        }
    }

    private static Outcome outcome(String code) {
        return switch (code) {
            case NotLocked.HELD -> Outcome.LOCKED;
            case NotLocked.UNREACHABLE -> Outcome.UNREACHABLE;
            default -> Outcome.REFUSED;
        };
    }

    /** @throws StepFailure if a lock is not ours any more: nothing further may be written */
    void demand(String cluster) throws StepFailure {
        try {
            hold.demand(cluster);
        } catch (LockLost e) {
            throw new StepFailure(StepFailure.LOCK_LOST, String.valueOf(e.getMessage()))
                    .with("do", "find out who took it and what that run did, then run again");
        }
    }

    boolean lost() {
        return lost;
    }

    private void lose() {
        lost = true;
        stop.cut();
    }

    /** Calling it twice is safe. */
    void release() {
        hold.release();
    }
}
