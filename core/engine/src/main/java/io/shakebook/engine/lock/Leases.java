// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import io.shakebook.engine.change.ChangeWriter;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.Conflict;
import io.shakebook.engine.change.Families;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.Stale;
import io.shakebook.engine.plan.LeaseName;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Manifest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Leases on clusters. Each write has a guard: a Lease is made only if there is none, and changed only as it was last
 * seen. Safe to use from several threads.
 */
final class Leases {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final String MANAGER = Families.manager("lock");

    private final Clusters clusters;
    private final ChangeWriter writer;

    Leases(Clusters clusters, ChangeWriter writer) {
        this.clusters = clusters;
        this.writer = writer;
    }

    /** Which Lease of which cluster. */
    record Place(String cluster, LeaseName lease) {
        @Override
        public String toString() {
            return lease + " on " + cluster;
        }
    }

    /** A Lease as it was seen, and what guards a change of it. */
    record Seen(LeaseState state, Guard guard) {
        static Seen of(Manifest lease) {
            return new Seen(LeaseState.of(lease), new Guard.Unchanged(lease.uid(), lease.resourceVersion()));
        }
    }

    /** Asks the cluster anew. @throws Unanswered if it gave no usable answer */
    Optional<Seen> read(Place place) throws Unanswered {
        return clusters.again(place.cluster()).get(place.lease().ref()).map(Seen::of);
    }

    /**
     * Makes a Lease say this.
     *
     * @throws Stale if it is not as it was seen any more; nothing was written
     * @throws Refused if the server said no; nothing was written
     * @throws NoAnswer if no answer came: read to find out
     */
    Seen write(Place place, LeaseState state, Guard guard) throws Stale, Refused, NoAnswer {
        Manifest body = Partial.of(place.lease().ref(), state.annotations(), Map.of("spec", state.spec()));
        // with force, for a field that somebody edited meanwhile is still the field of whoever has the Lease
        ReadyChange change =
                new ReadyChange(place.cluster(), place.lease().ref(), Optional.of(body), guard, MANAGER, true);
        try {
            return Seen.of(writer.write(change, PATIENCE)
                    .live()
                    .orElseThrow(() -> new NoAnswer("no Lease came back from " + place.cluster())));
        } catch (Conflict e) {
            throw new IllegalStateException("please report: a conflict in spite of force: " + e.getMessage(), e);
        }
    }
}
