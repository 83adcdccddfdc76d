// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.spi.Lookup;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.Rows;
import io.shakebook.spi.Unanswered;
import java.util.Set;

/** Carries out look-ups for the expander. */
public interface FactReader {

    /**
     * What a look-up found.
     *
     * @param reads what it looked at
     */
    record Answer<R extends Record>(Rows<R> rows, Set<Read> reads) {
        public Answer {
            reads = Set.copyOf(reads);
        }
    }

    /**
     * @param cluster name of the step's or phase's cluster; empty if the fact stands under none
     * @throws Unanswered if a cluster gave no usable answer
     * @throws Refusal if the look-up found less than was declared
     */
    <A extends Record, R extends Record> Answer<R> rows(Lookup<A, R> lookup, A args, String cluster, String namespace)
            throws Unanswered, Refusal;
}
