// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.planning.Mistakes;
import java.util.List;

/** Runs that were begun before. */
public interface Runs {

    /**
     * Takes up a run again, so that nobody else can meanwhile; contacts nobody yet.
     *
     * @param typed a run's id, a beginning or an end of it that no other run has, or {@code last}
     * @throws NoRun if there is no such run, more than one, or somebody is carrying it out
     * @throws Mistakes if its plan is not the one that was approved
     * @throws LocalFault if its journal or its plan cannot be read, or was changed
     */
    Resumption take(String typed) throws NoRun, Mistakes, LocalFault;

    /** All of them, the one that began last first. @throws LocalFault if the folder of runs cannot be read */
    List<KeptRun> all() throws LocalFault;

    /**
     * One of them.
     *
     * @param typed as above
     * @throws NoRun if there is no such run, or more than one
     * @throws LocalFault as above
     */
    KeptRun read(String typed) throws NoRun, LocalFault;

    /**
     * Removes what is kept of a run: its journal and its plan. Twice is safe.
     *
     * @throws LocalFault if a file cannot be removed
     */
    void remove(String run) throws LocalFault;
}
