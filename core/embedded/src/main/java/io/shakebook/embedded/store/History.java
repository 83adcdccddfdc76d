// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The last changes, for watches; older ones are forgotten. Safe for use by many threads. */
final class History {
    private static final int KEPT = 2_000;

    private final Deque<Event> events = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long floor;
    private boolean closed;

    History(long floor) {
        this.floor = floor;
    }

    void add(Event event) {
        lock.lock();
        try {
            events.addLast(event);
            if (events.size() > KEPT) {
                floor = events.removeFirst().version();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends every wait at once; waits from now on do not wait. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The changes after a version, waiting up to the given time for the first one; empty when the time is over. */
    List<Event> after(long version, long waitMillis) throws TooOld, InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(waitMillis);
        lock.lock();
        try {
            while (!closed && newest() <= version) {
                if (left <= 0) {
                    return List.of();
                }
                left = changed.awaitNanos(left);
            }
            if (version < floor) {
                throw new TooOld(version, floor);
            }
            return events.stream().filter(event -> event.version() > version).toList();
        } finally {
            lock.unlock();
        }
    }

    private long newest() {
        Event last = events.peekLast();
        return last == null ? floor : last.version();
    }
}
