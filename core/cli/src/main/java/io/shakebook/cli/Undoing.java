// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.planning.Mistakes;
import io.shakebook.spi.Unanswered;
import java.util.List;

/** Plans the way back of runs that were begun before. */
public interface Undoing {

    /** The plan of a way back, and what it is carried out with; closing it ends the connections. */
    interface Undo extends Carrier {
        Planned planned();
    }

    /**
     * Reads the journal of a run and the objects that it wrote; writes nothing anywhere.
     *
     * @param typed a run's id, a beginning or an end of it that no other run has, or {@code last}
     * @param take addresses of steps, or fields, of which what somebody changed since is taken back, too
     * @throws NoRun if there is no such run, more than one, or somebody is carrying it out
     * @throws Mistakes if its plan is not the one that was approved, or a cluster is another one now
     * @throws LocalFault if its journal or its plan cannot be read, or was changed
     * @throws Unanswered if a cluster gives no answer
     */
    Undo undo(String typed, List<String> take) throws NoRun, Mistakes, LocalFault, Unanswered;
}
