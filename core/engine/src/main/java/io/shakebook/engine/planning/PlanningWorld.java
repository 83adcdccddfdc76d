// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Clusters;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.World;
import io.shakebook.spi.kube.ClusterRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The world as one step sees it while planning; keeps what was read. Used by one thread at a time. */
final class PlanningWorld implements World {
    private final Clusters clusters;
    private final String cluster;
    private final String namespace;
    private final List<PlannedObject> changes;
    private final Set<Read> reads = new LinkedHashSet<>();

    PlanningWorld(Clusters clusters, String cluster, String namespace, List<PlannedObject> changes) {
        this.clusters = clusters;
        this.cluster = cluster;
        this.namespace = namespace;
        this.changes = List.copyOf(changes);
    }

    @Override
    public ClusterView here() {
        return new Overlay(clusters.view(cluster), changes, reads::add);
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public ClusterView cluster(ClusterRef ref) {
        return new Overlay(clusters.view(ref.name()), changes, reads::add);
    }

    Set<Read> reads() {
        return reads;
    }

    /** Whether something that was read will have been changed by an earlier step. */
    boolean readsWhatChanges() {
        return changes.stream().anyMatch(change -> reads.stream().anyMatch(read -> read.covers(change)));
    }

    /** Earlier steps' changes to the same objects that were read, for saying what an answer depends on. */
    List<PlannedObject> changesRead() {
        return changes.stream()
                .filter(change -> reads.stream().anyMatch(read -> read.covers(change)))
                .toList();
    }
}
