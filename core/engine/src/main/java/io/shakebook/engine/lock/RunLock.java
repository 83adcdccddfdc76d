// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.plan.Plan;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Keeps runs out of each other's way. */
public interface RunLock {

    /** A write that is not answered after this long is given up: it must be over before others may have the lock. */
    Duration LONGEST_WRITE = Duration.ofSeconds(20);

    /** Locks nothing. */
    RunLock NONE = request -> Hold.NONE;

    /**
     * Takes every lock that the plan names, in its order, or none of them; says so by events.
     *
     * @throws NotLocked if one is held or cannot be taken; nothing is locked, and nothing of the plan was written
     * @throws InterruptedException if the run was asked to stop meanwhile; as above
     */
    Hold take(Request request) throws NotLocked, InterruptedException;

    /**
     * A run that wants to begin.
     *
     * @param says takes events, for journal and listener
     * @param stopped whether the run was asked to stop
     * @param lost called once if a lock is lost; from any thread
     */
    record Request(Plan plan, Holder holder, Consumer<RunEvent> says, BooleanSupplier stopped, Runnable lost) {
        public Request {
            requireNonNull(plan, "plan");
            requireNonNull(holder, "holder");
            requireNonNull(says, "says");
            requireNonNull(stopped, "stopped");
            requireNonNull(lost, "lost");
        }
    }

    /** Locks that are held, and renewed until they are released. Safe to use from several threads. */
    interface Hold {
        Hold NONE = new Hold() {
            @Override
            public void demand(String cluster) {
                // nothing is locked, so nothing can be lost
            }

            @Override
            public void release() {
                // nothing is locked
            }
        };

        /**
         * Asked right before each write, and after what is written was read: returns if all locks are still ours, as their
         * clusters say now. Where one gives no answer, what was said a moment ago counts.
         *
         * @param cluster that is written to
         * @throws LockLost if one is not, or if that is not known any more
         */
        void demand(String cluster) throws LockLost;

        /** Gives all locks back that are still ours. Calling it twice is safe. */
        void release();
    }
}
