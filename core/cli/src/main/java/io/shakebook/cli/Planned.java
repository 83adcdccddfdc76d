// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.plan.Plan;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A plan that was made.
 *
 * @param digest empty for a preview, when a cluster could not be reached
 * @param file the plan file's text
 */
public record Planned(Plan plan, Optional<String> digest, Supplier<String> file) {
    public Planned {
        requireNonNull(plan, "plan");
        requireNonNull(digest, "digest");
        requireNonNull(file, "file");
    }

    public boolean preview() {
        return !plan.seen().unreachable().isEmpty();
    }
}
