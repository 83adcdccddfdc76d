// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.graph.StepAddress;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What was looked at while something was evaluated.
 *
 * @param steps whose outputs were asked for
 * @param columns of facts: {@code sync/shards[0].suffix}
 */
record ScopeTrace(Set<StepAddress> steps, Set<String> columns) {

    static ScopeTrace empty() {
        return new ScopeTrace(new LinkedHashSet<>(), new LinkedHashSet<>());
    }
}
