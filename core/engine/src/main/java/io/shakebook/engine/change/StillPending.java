// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.value.OutputRef;
import java.util.Set;

/** Outputs that should be known by now are not. */
public final class StillPending extends Exception {
    private final transient Set<OutputRef> outputs;

    public StillPending(Set<OutputRef> outputs) {
        super("not known yet: " + outputs);
        this.outputs = Set.copyOf(outputs);
    }

    public Set<OutputRef> outputs() {
        return outputs;
    }
}
