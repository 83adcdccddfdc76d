// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.SmallCollections;
import io.shakebook.engine.reading.Expected;
import io.shakebook.engine.reading.ReadOnce;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One reading of the clusters for all steps that a run leaves as they are. Ends for good as soon as the run waits for
 * anything or may have written something, and is begun anew when it is a few seconds old: what was read before says
 * nothing of later. Safe to use from several threads.
 */
final class SharedLook {
    private static final Duration FRESH = Duration.ofSeconds(3);
    /** Whoever sees nothing in it asks the clusters themselves, so that a look that takes longer is of no use. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Clusters live;
    private final SmallCollections collections;
    private final Clock clock;
    private final Expected expected;
    private Optional<Clusters> shared = Optional.empty();
    private Instant begun = Instant.MIN;
    private boolean ended;

    /** One that expects nothing. */
    SharedLook(Clusters live, SmallCollections collections, Clock clock) {
        this(live, collections, clock, new Expected());
    }

    SharedLook(Clusters live, SmallCollections collections, Clock clock, Expected expected) {
        this.live = live;
        this.collections = collections;
        this.clock = clock;
        this.expected = expected;
    }

    /** For looking only, and once: ready counts, anything else is to be asked again of the clusters themselves. */
    synchronized Optional<Clusters> clusters() {
        if (ended) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (shared.isEmpty() || now.isBefore(begun) || !now.isBefore(begun.plus(FRESH))) {
            ReadOnce once = ReadOnce.within(LONGEST, live, collections);
            once.expect(expected);
            shared = Optional.of(once);
            begun = now;
        }
        return shared;
    }

    synchronized void end() {
        ended = true;
        shared = Optional.empty();
    }
}
