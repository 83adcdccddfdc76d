// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.event.RunEvent;

/** Hears every event of a run, after it is in the journal. Must be quick and must not throw; called by one thread at a time. */
public interface RunListener {
    void heard(RunEvent event);
}
