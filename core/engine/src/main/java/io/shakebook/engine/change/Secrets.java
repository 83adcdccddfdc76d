// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.Unanswered;
import io.shakebook.spi.value.SecretRef;

/** Opens secrets. Used in exactly two places: the compare and the writer. */
public interface Secrets {

    /**
     * The secret's value as it is now. The caller must neither keep nor show it.
     *
     * @throws Missing if the Secret or its key is not there
     * @throws Unanswered if its cluster gave no usable answer
     */
    String open(SecretRef ref) throws Missing, Unanswered;

    /** There is no such secret. The message names the place, never a value. */
    final class Missing extends Exception {
        public Missing(SecretRef ref) {
            super("there is no secret at " + ref.source());
        }
    }
}
