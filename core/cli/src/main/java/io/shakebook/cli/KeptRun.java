// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.event.Journal;
import io.shakebook.engine.event.RunHistory;
import io.shakebook.engine.plan.Plan;
import java.util.Optional;

/**
 * A run that was begun before, as it is kept.
 *
 * @param busy whether somebody is carrying it out
 * @param journal empty if it cannot be read
 * @param plan empty if it cannot be read
 * @param damage why one of them cannot be read; empty if both can
 */
public record KeptRun(
        String id, boolean busy, Optional<Journal> journal, Optional<Plan> plan, Optional<String> damage) {
    public KeptRun {
        requireNonNull(id, "id");
        requireNonNull(journal, "journal");
        requireNonNull(plan, "plan");
        requireNonNull(damage, "damage");
    }

    /** What its journal says; nothing if it cannot be read. */
    public RunHistory history() {
        return journal.map(RunHistory::of).orElseGet(RunHistory::none);
    }

    /** Whether something is left to go on with. */
    public boolean unfinished() {
        return busy || !history().finished();
    }
}
