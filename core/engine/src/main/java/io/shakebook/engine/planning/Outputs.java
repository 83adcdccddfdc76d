// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.graph.StepAddress;
import io.shakebook.spi.value.OutputRef;
import java.util.Optional;

/** Outputs of the steps that were planned so far. */
public interface Outputs {

    /**
     * The value if it is known (String, Long, BigDecimal, Boolean, or a map of them for a record such as
     * {@code LocalRef}); empty while it is pending.
     */
    Optional<Object> known(StepAddress step, String output);

    /** How a pending output is named. */
    OutputRef pending(StepAddress step, String output);
}
