// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunJournal;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Puts every event into the journal first and then before the listener, one after the other. */
final class Recorder {
    private final RunJournal journal;
    private final RunListener listener;
    private boolean broken;

    Recorder(RunJournal journal, RunListener listener) {
        this.journal = journal;
        this.listener = listener;
    }

    /** @throws UncheckedIOException if the journal cannot be written: whatever was announced must not take place */
    synchronized void record(RunEvent event) {
        try {
            journal.append(event);
        } catch (IOException e) {
            broken = true;
            throw new UncheckedIOException(e);
        }
        listener.heard(event);
    }

    /** The same; tells whether the journal could be written. */
    synchronized boolean recorded(RunEvent event) {
        try {
            record(event);
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Whether something could not be written: nothing further may begin. */
    synchronized boolean isBroken() {
        return broken;
    }

    /** For what is only shown: a wait's progress does not belong into the journal each time. */
    synchronized void show(RunEvent event) {
        listener.heard(event);
    }
}
