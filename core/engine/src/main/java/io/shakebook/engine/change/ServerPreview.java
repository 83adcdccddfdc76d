// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.kube.Manifest;
import java.time.Duration;
import java.util.Optional;

/** Asks the server what a change would do. Never changes anything; its implementation has no means to. */
public interface ServerPreview {

    /**
     * The object as it would be; empty for a delete. Values that the server invents in a dry run are in it: they are no
     * answer.
     *
     * @throws Stale if the guard would not hold
     * @throws Conflict if another field manager owns a field and force is off
     * @throws Refused if the server would say no
     * @throws NoAnswer if no answer came
     */
    Optional<Manifest> preview(ReadyChange change, Duration deadline) throws Stale, Conflict, Refused, NoAnswer;
}
