// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import java.io.IOException;

/** Append-only record of a run. Safe to use from several threads; events are kept in the order of the calls. */
public interface RunJournal {

    /**
     * Adds an event. When this returns after {@link RunEvent.ChangeIntended} the event is on disk.
     *
     * @throws IOException if it could not be written; then the effect must not take place
     */
    void append(RunEvent event) throws IOException;
}
