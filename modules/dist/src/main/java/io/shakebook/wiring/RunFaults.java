// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import io.shakebook.engine.event.OtherFormat;
import io.shakebook.engine.event.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** What can be wrong with the folder of runs, and what to do about it. */
record RunFaults(Path folder) {

    /** Something that is done with the folder. */
    interface Use<T, E extends Exception> {
        T in(RunFolder folder) throws IOException, OtherFormat, E;
    }

    /** @throws LocalFault if a newer version keeps its runs there */
    <T, E extends Exception> T doing(Use<T, E> use, Clock clock) throws IOException, LocalFault, E {
        try {
            return use.in(new RunFolder(folder, clock));
        } catch (OtherFormat e) {
            throw new LocalFault(
                    String.valueOf(e.getMessage()),
                    "use the newer version of Shakebook, or name another folder with --state");
        }
    }

    LocalFault notWritten(IOException e) {
        return new LocalFault(
                "the run's journal cannot be written: " + e.getMessage(),
                "make room in " + folder + " and allow writing there, or name another folder with --state");
    }

    LocalFault notRead(IOException e) {
        return new LocalFault("a run cannot be read: " + e.getMessage(), "allow reading in " + folder);
    }
}
