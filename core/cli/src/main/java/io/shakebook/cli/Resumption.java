// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.event.RunHistory;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.run.Approvals;
import io.shakebook.engine.run.RunListener;
import io.shakebook.engine.run.StopSignal;
import io.shakebook.spi.Unanswered;
import java.nio.file.Path;
import java.util.Optional;

/** A run that was begun before and is taken up again; closing it ends its connections and lets others take it up. */
public interface Resumption extends AutoCloseable {

    /** The run's whole id. */
    String run();

    /** What was done so far. */
    RunHistory history();

    /** The plan that was approved. */
    Planned planned();

    /** Where that plan is kept. */
    String planFile();

    /** The folder that relative paths of the plan are relative to, if it is another one than the current. */
    Optional<Path> elsewhere();

    /**
     * Opens the plan's clusters and asks them who they are.
     *
     * @throws Mistakes if a cluster is another one than the plan was made for
     * @throws LocalFault if a local file or folder cannot be used
     * @throws Unanswered if a cluster gives no answer
     */
    void connect() throws Mistakes, LocalFault, Unanswered;

    /**
     * Goes on, once {@link #connect connected}; returns when nothing runs any more.
     *
     * @param mandate with the run whose locks are to be taken over: another one, or this one if it was begun elsewhere
     * @throws LocalFault if the journal cannot be written; nothing was
     */
    RunEnded resume(Mandate mandate, Approvals approvals, RunListener listener, StopSignal stop) throws LocalFault;

    @Override
    void close();
}
