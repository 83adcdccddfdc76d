// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.FieldPath;
import java.util.List;

/** How a live object stands to what is wanted. */
public sealed interface Comparison {

    /** It is as wanted and ours: no request is needed. */
    record Same() implements Comparison {}

    /**
     * It is as wanted, but an apply would change who owns these fields.
     *
     * @param fields that we do not own, or own without wanting them any longer
     */
    record Adopt(List<FieldPath> fields) implements Comparison {
        public Adopt {
            fields = List.copyOf(fields);
        }
    }

    /**
     * It differs.
     *
     * @param complete whether no part of what is wanted is pending, so that the server can be asked
     */
    record Differs(Diff diff, boolean complete) implements Comparison {
        public Differs {
            requireNonNull(diff, "diff");
        }
    }

    /** It is not there. @param complete as of {@link Differs} */
    record Missing(Diff diff, boolean complete) implements Comparison {
        public Missing {
            requireNonNull(diff, "diff");
        }
    }

    /** It is not there, and only some of its fields are wanted: it must exist already. */
    record NoObject() implements Comparison {}

    /** It must not be there, and it is not, or is already being deleted. */
    record Gone() implements Comparison {}

    /** It must not be there, and it is. */
    record Delete(Diff diff) implements Comparison {
        public Delete {
            requireNonNull(diff, "diff");
        }
    }
}
