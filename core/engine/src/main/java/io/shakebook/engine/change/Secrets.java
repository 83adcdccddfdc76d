// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.Unanswered;
import io.shakebook.spi.value.SecretRef;

/** Opens secrets. Used in exactly two places: the compare and the writer. */
public interface Secrets {

    /**
     * The secret's value as it is now. The caller must neither keep nor show it.
     *
     * @throws Missing if it is not there, or must not be read
     * @throws Unanswered if its cluster gave no usable answer
     */
    String open(SecretRef ref) throws Missing, Unanswered;

    /** There is no such secret. The message names the place, never a value. */
    final class Missing extends Exception {
        private final String remedy;

        public Missing(SecretRef ref) {
            super("there is no secret at " + ref.source());
            this.remedy = "create it, or correct the reference in the inventory";
        }

        /** @param why words that go on from the place, never a value: {@code can be read by others} */
        public Missing(SecretRef ref, String why, String remedy) {
            super("the secret " + ref.of() + " cannot be had: " + ref.source() + " " + why);
            this.remedy = remedy;
        }

        public String remedy() {
            return remedy;
        }
    }
}
