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
     * @return empty if nobody answers: the run pauses
     */
    Optional<Answer> confirm(String address, String question);

    /**
     * Somebody said yes.
     *
     * @param how {@code prompt} or {@code --confirm}
     * @param reason may be empty
     */
    record Answer(String by, String how, String reason) {
        public Answer {
            requireNonNull(by, "by");
            requireNonNull(how, "how");
            requireNonNull(reason, "reason");
        }
    }
}
