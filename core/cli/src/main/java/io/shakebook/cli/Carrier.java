// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.run.Approvals;
import io.shakebook.engine.run.RunListener;
import io.shakebook.engine.run.StopSignal;
import java.util.List;

/** Carries out plans, with the connections that they need; closing it ends them. */
public interface Carrier extends AutoCloseable {

    /**
     * Carries out a plan; returns when nothing runs any more. The plan file's text is what is carried out, and nothing else.
     *
     * @throws LocalFault if the journal cannot be started; nothing was written
     */
    RunEnded run(Planned planned, Mandate mandate, Approvals approvals, RunListener listener, StopSignal stop)
            throws LocalFault;

    /** What whoever carries out a plan should know of this place: modules of another version. A sentence each. */
    default List<String> remarks() {
        return List.of();
    }

    @Override
    void close();
}
