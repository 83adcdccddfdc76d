// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.plan.Span;
import java.util.Optional;

/**
 * What a run may do with a plan.
 *
 * @param how the plan was approved: {@code prompt}, {@code --yes}, {@code nothing to change}
 * @param takeOver run whose locks are to be taken over, if it still has them
 * @param span which phases are walked
 * @param parallel most steps that are worked on at once; empty for as many as usual
 */
public record Mandate(String how, Optional<String> takeOver, Span span, Optional<Integer> parallel) {
    public Mandate {
        requireNonNull(how, "how");
        requireNonNull(takeOver, "takeOver");
        requireNonNull(span, "span");
        requireNonNull(parallel, "parallel");
    }
}
