// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The clusters of an inventory, for reading. Connections are made on first use. Safe to use from several threads. */
public interface Clusters {

    /** A view that asks the cluster anew at each call. @throws IllegalArgumentException if the inventory names no such cluster */
    ClusterView view(String cluster);

    /**
     * The same for somebody who waits only so long, from now on, for all that is asked of it together: what has no answer
     * by then has none.
     */
    ClusterView view(String cluster, Duration atMost);

    /** The same without what was read before: for an object that moved while it was looked at. */
    default ClusterView again(String cluster) {
        return view(cluster);
    }

    /**
     * uid of the namespace kube-system; empty if this user may not read it.
     *
     * @throws Unanswered if the cluster gave no usable answer
     */
    String identity(String cluster) throws Unanswered;

    /** A few words for people on how it is reached: {@code embedded}, {@code context prod at https://…}. */
    String about(String cluster);

    /**
     * What would tie the name of the cluster to this very cluster, and is not in the inventory.
     *
     * @param known which kubeconfig leads where, and to which identity, in words
     * @param lines to be written below the cluster: {@code server: https://…}
     */
    record Unpinned(String known, List<String> lines) {}

    /**
     * Empty for a cluster that is pinned or embedded.
     *
     * @throws Unanswered if the cluster gave no usable answer
     */
    default Optional<Unpinned> unpinned(String cluster) throws Unanswered {
        return Optional.empty();
    }

    /** What a wait depends on: objects of a kind in a namespace. */
    record Interest(String cluster, Kind kind, String namespace) {
        /** Written out, as what Java makes up for a record is linked at run time: docs/adr/a-head-start.md. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Interest interest
                    && interest.cluster.equals(cluster)
                    && interest.kind.equals(kind)
                    && interest.namespace.equals(namespace);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * cluster.hashCode() + kind.hashCode()) + namespace.hashCode();
        }
    }

    /**
     * Returns when an object of interest may have changed, or after the longest wait. Uses watches; a watch that breaks
     * counts as a possible change.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    void awaitChange(Set<Interest> interests, Duration longest) throws InterruptedException;
}
