// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Answers the questions that a run meets. */
public interface Approvals {

    /**
     * Asks for a confirmation; may wait for a person.
     *
     * @param address of the confirm step, or of the phase with the point of no return
     * @return empty if nobody answers, or an answer that says no: the run pauses
     */
    Optional<Answer> confirm(String address, String question);

    /** The answer that was given before the run; asks nobody. */
    default Optional<Answer> given(String address) {
        return Optional.empty();
    }

    /**
     * What somebody said.
     *
     * @param yes whether the run may go on
     * @param how {@code prompt} or {@code --confirm}
     * @param reason may be empty
     */
    record Answer(boolean yes, String by, String how, String reason) {
        public Answer {
            requireNonNull(by, "by");
            requireNonNull(how, "how");
            requireNonNull(reason, "reason");
        }

        /** A yes, with a reason that may be empty. */
        public static Answer yes(String by, String how, String reason) {
            return new Answer(true, by, how, reason);
        }

        /** A person was asked and did not say yes. */
        public static Answer no(String by) {
            return new Answer(false, by, "prompt", "");
        }
    }
}
