// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.value.Bound;
import java.util.List;

/** An output of a planned step: a value, or where it will come from. */
public sealed interface PlannedOutput {

    /**
     * A value that is known: String, Long, BigDecimal, Boolean, or a map of them for a record.
     */
    record Known(Object value) implements PlannedOutput {
        public Known {
            requireNonNull(value, "value");
        }
    }

    /**
     * A field of the object that a change writes.
     *
     * @param change id of the change
     * @param bound what it can be: whoever approves the plan approves any such value, and no other
     */
    record Field(String change, FieldPath path, Bound bound) implements PlannedOutput {
        public Field {
            requireNonNull(change, "change");
            requireNonNull(path, "path");
            requireNonNull(bound, "bound");
        }
    }

    /** A digest of a part of the object that a change writes, files compared by key. */
    record DigestOf(String change, FieldPath path) implements PlannedOutput {
        public DigestOf {
            requireNonNull(change, "change");
            requireNonNull(path, "path");
        }
    }

    /** Several of them as one text. */
    record Joined(List<PlannedOutput> parts) implements PlannedOutput {
        public Joined {
            parts = List.copyOf(parts);
        }
    }
}
