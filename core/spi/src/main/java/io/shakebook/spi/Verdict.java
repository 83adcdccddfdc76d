// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Whether what a step wants is there. The reason is what a person reads at night: it names the cause. */
public sealed interface Verdict {

    List<Measure> measures();

    /** In one short sentence: why ready, why not yet, or why never. */
    String reason();

    /** It is there. */
    record Ready(String reason, List<Measure> measures) implements Verdict {
        public Ready {
            requireNonNull(reason, "reason");
            measures = List.copyOf(measures);
        }
    }

    /** Not yet; asking again may help. */
    record Waiting(String reason, List<Measure> measures) implements Verdict {
        public Waiting {
            requireNonNull(reason, "reason");
            measures = List.copyOf(measures);
        }
    }

    /** It cannot heal by itself; waiting is of no use. */
    record Failed(String reason, List<Measure> measures) implements Verdict {
        public Failed {
            requireNonNull(reason, "reason");
            measures = List.copyOf(measures);
        }
    }

    static Verdict ready(String reason, Measure... measures) {
        return new Ready(reason, List.of(measures));
    }

    static Verdict waiting(String reason, Measure... measures) {
        return new Waiting(reason, List.of(measures));
    }

    static Verdict failed(String reason, Measure... measures) {
        return new Failed(reason, List.of(measures));
    }
}
