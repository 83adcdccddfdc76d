// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.engine.change.ChangeWriter;
import io.shakebook.engine.change.Conflict;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.Stale;
import io.shakebook.engine.change.Written;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunJournal;
import io.shakebook.engine.lock.LockLost;
import io.shakebook.engine.lock.NotLocked;
import io.shakebook.engine.lock.RunLock;
import java.io.IOException;
import java.time.Duration;

/**
 * Ends a run as kill -9 does, but within this process: at one line of its journal everything stops, nothing is written any
 * more, neither to the journal nor to a cluster, and no lock is given back.
 */
final class CutOff {
    private final int line;
    private final boolean before;
    private final boolean full;
    private int lines;
    private int writing;
    private boolean dead;

    /** What a dead process would throw if it could. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param line of the journal, from 1; more than the journal gets cuts nothing off
     * @param before whether the line is not written any more: what it tells of has happened, if it is an answer
     */
    CutOff(int line, boolean before) {
        this(line, before, false);
    }

    private CutOff(int line, boolean before, boolean full) {
        this.line = line;
        this.before = before;
        this.full = full;
    }

    /** Kills nobody: from this line on there is no room on the disk. */
    static CutOff fullDisk(int line) {
        return new CutOff(line, true, true);
    }

    synchronized int lines() {
        return lines;
    }

    /** Waits until the last request that was under way is answered. */
    synchronized void awaitSilence() throws InterruptedException {
        while (writing > 0) {
            wait();
        }
    }

    private synchronized void live() {
        if (dead) {
            throw new Killed();
        }
    }

    RunJournal journal(RunJournal journal) {
        return event -> append(journal, event);
    }

    private synchronized void append(RunJournal journal, RunEvent event) throws IOException {
        live();
        lines++;
        if (full && lines >= line) {
            throw new IOException("No space left on device");
        }
        dead = lines == line;
        if (dead && before) {
            throw new Killed();
        }
        journal.append(event);
        live();
    }

    ChangeWriter writer(ChangeWriter writer) {
        return (change, deadline) -> write(writer, change, deadline);
    }

    private Written write(ChangeWriter writer, ReadyChange change, Duration deadline)
            throws Stale, Conflict, Refused, NoAnswer {
        synchronized (this) {
            live();
            writing++;
        }
        try {
            return writer.write(change, deadline);
        } finally {
            synchronized (this) {
                writing--;
                notifyAll();
            }
        }
    }

    /** A dead holder gives nothing back. */
    RunLock lock(RunLock lock) {
        return request -> holding(lock, request);
    }

    private RunLock.Hold holding(RunLock lock, RunLock.Request request) throws NotLocked, InterruptedException {
        RunLock.Hold hold = lock.take(request);
        return new RunLock.Hold() {
            @Override
            public void demand(String cluster) throws LockLost {
                hold.demand(cluster);
            }

            @Override
            public void release() {
                synchronized (CutOff.this) {
                    if (dead) {
                        return;
                    }
                }
                hold.release();
            }
        };
    }
}
