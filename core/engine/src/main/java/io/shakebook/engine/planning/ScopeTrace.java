// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.graph.StepAddress;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What was looked at while something was evaluated.
 *
 * @param steps whose outputs were asked for
 * @param columns of facts: {@code sync/shards[0].suffix}
 * @param unanswered clusters whose answer would have been needed
 */
record ScopeTrace(Set<StepAddress> steps, Set<String> columns, Set<String> unanswered) {

    static ScopeTrace empty() {
        return new ScopeTrace(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    /** What was made from facts is used by whoever uses what was made. */
    void addFactsOf(ScopeTrace other) {
        columns.addAll(other.columns);
        unanswered.addAll(other.unanswered);
    }

    /** Why what was evaluated is not known, in words; empty if it is. */
    Optional<String> notKnown() {
        return unanswered.isEmpty()
                ? Optional.empty()
                : Optional.of("no answer from " + String.join(" and ", unanswered));
    }
}
