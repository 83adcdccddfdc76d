// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.cause;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.Verdict;

/**
 * Why something is not up.
 *
 * @param words for a person, in a few words
 * @param heals whether it can heal by itself, or by somebody who brings what is missing, without a change of the object
 */
public record Cause(String words, boolean heals) {
    public Cause {
        requireNonNull(words, "words");
    }

    static Cause passing(String words) {
        return new Cause(words, true);
    }

    static Cause lasting(String words) {
        return new Cause(words, false);
    }

    /** Waits for what can heal, and fails at once for what cannot. */
    public Verdict verdict() {
        return heals ? Verdict.waiting(words) : Verdict.failed(words);
    }
}
