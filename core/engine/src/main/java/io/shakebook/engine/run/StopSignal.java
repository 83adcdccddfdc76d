// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * How often somebody asked a run to stop. Once: nothing new is started. Twice: waits end at once; a write that is under
 * way is never cut off.
 */
public final class StopSignal {
    private final AtomicInteger times = new AtomicInteger();
    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
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
            waiting.forEach(Thread::interrupt);
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
        waiting.forEach(Thread::interrupt);
    }

    boolean startNothing() {
        return cut || times.get() > 0;
    }

    boolean stopNow() {
        return cut || times.get() > 1;
    }

    /** Waits until it is over or the run is to stop now. @throws InterruptedException if it is to stop now */
    void interruptibly(Wait wait) throws InterruptedException {
        waiting.add(Thread.currentThread());
        try {
            if (stopNow()) {
                throw new InterruptedException("asked to stop");
            }
            wait.await();
        } finally {
            waiting.remove(Thread.currentThread());
        }
    }
}
