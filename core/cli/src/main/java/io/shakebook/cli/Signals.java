// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

/** Requests to stop that come from outside: Ctrl-C, SIGTERM, SIGHUP. */
public interface Signals {

    /** Calls back at each request, on a thread of its own, until it is closed; the process goes on. */
    Watch watch(Runnable asked);

    /** Ends with {@link #close()}; after that a request ends the process as usual. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
