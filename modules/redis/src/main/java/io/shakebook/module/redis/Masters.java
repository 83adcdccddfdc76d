// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import java.util.List;

/**
 * The masters that a Redis should have.
 *
 * @param all as declared, by inventory or by the StatefulSet, never fewer
 * @param problems what is missing or not ready, in words; empty if every master is up
 * @param evidence what this rests on
 */
record Masters(List<Master> all, List<String> problems, String evidence) {
    Masters {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    String shownProblems() {
        return String.join("; ", problems);
    }
}
