// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

/**
 * How many steps are worked on at once. A step that waits lends its hand to others, and goes on after its wait even if
 * none is free: nobody waits for somebody who waits. Safe to use from several threads.
 */
final class Hands {
    /** Far more than requests that are in flight at once, so that a cluster that is slow does not hold up another. */
    static final int USUAL = 64;

    private int most;
    private int busy;
    private Runnable freed = () -> {};

    Hands(int most) {
        this.most = most;
    }

    /** Tells when a step begins to wait. To be called before anything is worked on. */
    void onFreed(Runnable hears) {
        freed = hears;
    }

    /** To be called before anything is worked on. */
    synchronized void limit(int steps) {
        most = steps;
    }

    synchronized boolean free() {
        return busy < most;
    }

    synchronized void take() {
        busy++;
    }

    synchronized void giveBack() {
        busy--;
    }

    /** Waits with empty hands. */
    void resting(StopSignal.Wait wait) throws InterruptedException {
        giveBack();
        freed.run();
        try {
            wait.await();
        } finally {
            take();
        }
    }
}
