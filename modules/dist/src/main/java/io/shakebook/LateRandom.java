// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Numbers that nobody can guess, from a source that is set up for the first of them: few commands ask for any. */
final class LateRandom implements RandomGenerator {

    /** Made when it is first named. */
    private static final class Source {
        static final SecureRandom RANDOM = new SecureRandom();
    }

    @Override
    public long nextLong() {
        return Source.RANDOM.nextLong();
    }
}
