// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

/**
 * A module: says what it wants, what others may refer to, and whether it is there yet. It has no means to write.
 * Found by {@link java.util.ServiceLoader}; needs a public constructor without parameters; is stateless and may be
 * called from several threads at once.
 *
 * @param <A> arguments; in this record {@code String}, {@code int}, enums and records are known while planning and never
 *     secret, {@code Text} and {@code Late} may be pending
 * @param <O> outputs, a record of {@link Output}s
 */
public interface StepModule<A extends Record, O extends Record> {

    ModuleSpec<A, O> spec();

    /**
     * What should be there. Called once, while planning; the world already shows what ancestors in the graph will change.
     *
     * @throws Unanswered if a read got no answer
     * @throws Refusal if the world is in a state in which this step must not be planned
     */
    Desired<O> want(A args, World world) throws Unanswered, Refusal;

    /**
     * What must hold before this step's first write. Asked while planning, where it only informs, and again right before
     * writing, where it is waited for like {@link #verify}, within the same deadline; never asked when the step changes
     * nothing. Changes nothing.
     *
     * @throws Unanswered if a read got no answer
     */
    default Verdict before(A args, World world) throws Unanswered {
        return Verdict.ready("");
    }

    /**
     * Whether it is there yet. Called while planning, running and resuming, as often as needed; changes nothing.
     *
     * @throws Unanswered if a read got no answer
     */
    Verdict verify(A args, World world) throws Unanswered;
}
