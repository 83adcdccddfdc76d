// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

/** A beat for what changes with the time alone. */
public interface Ticks {

    /** Calls back about once a second, on a thread of its own, until it is closed. */
    Beat everySecond(Runnable tick);

    /** Ends with {@link #close()}. */
    interface Beat extends AutoCloseable {
        @Override
        void close();
    }
}
