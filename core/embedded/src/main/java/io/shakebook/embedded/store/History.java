// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last changes, for watches; older ones are forgotten. Safe for use by many threads. */
final class History {
    private static final int KEPT = 2_000;

    private final Deque<Event> events = new ArrayDeque<>();
    private long floor;
    private boolean closed;

    History(long floor) {
        this.floor = floor;
    }

    synchronized void add(Event event) {
        events.addLast(event);
        if (events.size() > KEPT) {
            floor = events.removeFirst().version();
        }
        notifyAll();
    }

    /** Ends every wait at once; waits from now on do not wait. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** The changes after a version, waiting up to the given time for the first one; empty when the time is over. */
    synchronized List<Event> after(long version, long waitMillis) throws TooOld, InterruptedException {
        long end = System.nanoTime() + waitMillis * 1_000_000;
        while (!closed && newest() <= version) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return List.of();
            }
            wait(left);
        }
        if (version < floor) {
            throw new TooOld(version, floor);
        }
        List<Event> found = new ArrayList<>();
        for (Event event : events) {
            if (event.version() > version) {
                found.add(event);
            }
        }
        return found;
    }

    private long newest() {
        Event last = events.peekLast();
        return last == null ? floor : last.version();
    }
}
