// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import java.time.Duration;

/** The only type through which anything is written. Safe to use from several threads. */
public interface ChangeWriter {

    /**
     * Carries out one change, or refuses.
     *
     * @param deadline longest wait for an answer
     * @throws Stale if the guard did not hold; nothing was written
     * @throws Conflict if another field manager owns a field and force is off; nothing was written
     * @throws Refused if the server said no; nothing was written
     * @throws NoAnswer if no answer came: the write may or may not have happened; read to find out
     */
    Written write(ReadyChange change, Duration deadline) throws Stale, Conflict, Refused, NoAnswer;
}
