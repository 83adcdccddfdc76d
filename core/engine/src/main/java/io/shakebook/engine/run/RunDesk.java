// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import java.time.Clock;

/** What everybody in one run shares. */
record RunDesk(
        Recorder recorder,
        Changed changed,
        StopSignal stop,
        Clock clock,
        Hands hands,
        SharedLook look,
        Locks locks,
        Earlier earlier) {

    /** Waits until it is over or the run is to stop now, while others are worked on. */
    void rest(StopSignal.Wait wait) throws InterruptedException {
        look.end();
        hands.resting(() -> stop.interruptibly(wait));
    }
}
