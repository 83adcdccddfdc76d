// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Options for tests. */
final class Clusters {
    private Clusters() {}

    /** Delays that are short, but not nothing. */
    static EmbeddedOptions quick(String name) {
        return EmbeddedOptions.of(name, InstantSource.system(), RandomGenerator.getDefault(), Thread::sleep)
                .withDelays(Duration.ofMillis(150), Duration.ofMillis(100));
    }
}
