// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * How often somebody asked a run to stop. Once: nothing new is started. Twice: waits end at once; a write that is under
 * way is never cut off.
 */
public final class StopSignal {
    private final AtomicInteger times = new AtomicInteger();
    private final Set<Thread> waiting = new HashSet<>();
    private volatile boolean cut;
    private volatile IntConsumer listener = times -> {};

    /** Something that waits. */
    interface Wait {
        void await() throws InterruptedException;
    }

    /** @return how often it was asked now */
    public int ask() {
        int asked = times.incrementAndGet();
        listener.accept(asked);
        if (asked > 1) {
            wakeAll();
        }
        return asked;
    }

    /** Tells how often it was asked, each time. */
    void onAsked(IntConsumer hears) {
        listener = hears;
    }

    /** Ends the run as if it had been asked twice, for a reason of its own. */
    void cut() {
        cut = true;
        wakeAll();
    }

    boolean startNothing() {
        return cut || times.get() > 0;
    }

    boolean stopNow() {
        return cut || times.get() > 1;
    }

    /** Waits until it is over or the run is to stop now. @throws InterruptedException if it is to stop now */
    void interruptibly(Wait wait) throws InterruptedException {
        synchronized (waiting) {
            waiting.add(Thread.currentThread());
        }
        try {
            if (stopNow()) {
                throw new InterruptedException("asked to stop");
            }
            wait.await();
        } finally {
            awake();
        }
        if (stopNow()) {
            throw new InterruptedException("asked to stop");
        }
    }

    /** Nobody interrupts this thread any more: an interrupt that came too late would close the journal under it. */
    private void awake() {
        synchronized (waiting) {
            waiting.remove(Thread.currentThread());
            Thread.interrupted();
        }
    }

    private void wakeAll() {
        synchronized (waiting) {
            waiting.forEach(Thread::interrupt);
        }
    }
}
