// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Clusters;
import io.shakebook.spi.Forbidden;
import io.shakebook.spi.Lookup;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.Unanswered;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Carries look-ups out on the clusters as they are, without anything that is only planned. */
public final class LiveFacts implements FactReader {
    private final Clusters clusters;
    private final Set<Read> reads = ConcurrentHashMap.newKeySet();

    public LiveFacts(Clusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public <A extends Record, R extends Record> Answer<R> rows(
            Lookup<A, R> lookup, A args, String cluster, String namespace) throws Unanswered, Refusal {
        PlanningWorld world = new PlanningWorld(clusters, cluster, namespace, List.of());
        try {
            return new Answer<>(lookup.rows(args, world), world.reads());
        } catch (Forbidden e) {
            throw new Refusal(
                    "forbidden",
                    "the look-up \"" + lookup.spec().name() + "\" is not allowed on \"" + e.cluster() + "\": "
                            + e.getMessage(),
                    "ask whoever administers the cluster for this permission");
        } finally {
            reads.addAll(world.reads());
        }
    }

    /** What all look-ups read so far. */
    Set<Read> reads() {
        return Set.copyOf(reads);
    }
}
