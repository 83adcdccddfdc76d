// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

/**
 * Reads and returns rows: the only source of facts. Stateless; found by {@link java.util.ServiceLoader}; may be called
 * from several threads at once.
 */
public interface Lookup<A extends Record, R extends Record> {

    LookupSpec<A, R> spec();

    /**
     * Called while planning, and again before a step that uses the fact is carried out.
     *
     * @param world the world as it is, without anything that is only planned
     * @throws Unanswered if a read got no answer
     * @throws Refusal if less was found than was declared
     */
    Rows<R> rows(A args, World world) throws Unanswered, Refusal;
}
