// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import io.shakebook.engine.plan.Plan;
import java.util.Optional;

/** Plans of runs that were begun on this machine, or whose folder is there. */
public interface PlansOfRuns {

    /** Empty if there is none, or none that can be used. */
    Optional<Plan> planOf(String run);
}
