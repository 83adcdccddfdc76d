// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.planning.Mistakes;

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
}
