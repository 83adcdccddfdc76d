// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import java.time.Duration;
import java.time.Instant;

/** Time as locks need it. Safe to use from several threads. */
public interface LockTime {

    /** What the clock on the wall says; it may be set back, and another machine's may differ. */
    Instant wall();

    /** Since some moment; never set back, but may stand still while the machine sleeps. */
    Duration running();

    void pause(Duration longest) throws InterruptedException;

    /** Calls again and again, each time so long after the last call ended. */
    Beat every(Duration pause, Runnable work);

    /** What is called again and again. */
    interface Beat {

        /** Does not wait for a call that is under way. */
        void end();
    }

    default Moment now() {
        return new Moment(wall(), running());
    }

    /** A moment by both clocks. */
    record Moment(Instant wall, Duration running) {

        /** The longer of what the two say: for who must not overstay. */
        Duration since(Moment earlier) {
            Duration byWall = Duration.between(earlier.wall, wall);
            Duration byRunning = running.minus(earlier.running);
            return byWall.compareTo(byRunning) > 0 ? byWall : byRunning;
        }
    }
}
