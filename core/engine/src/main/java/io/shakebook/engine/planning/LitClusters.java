// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Clusters;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Clusters of which some are known to be dark: those are not asked again, the answer is that they do not answer. */
final class LitClusters implements Clusters {
    private final Clusters clusters;
    private final Function<String, Optional<String>> dark;

    /** @param dark why, by cluster; empty for one that is not; may take as long as finding that out does */
    LitClusters(Clusters clusters, Function<String, Optional<String>> dark) {
        this.clusters = clusters;
        this.dark = dark;
    }

    /** Finds out whether the cluster is dark when something is read there, and not before. */
    private final class Lit implements ClusterView {
        private final ClusterView live;

        Lit(ClusterView live) {
            this.live = live;
        }

        @Override
        public String name() {
            return live.name();
        }

        @Override
        public Optional<Manifest> get(ObjectRef ref) throws Unanswered {
            demandLight(name());
            return live.get(ref);
        }

        @Override
        public List<Manifest> list(Kind kind, String namespace, Map<String, String> labels) throws Unanswered {
            demandLight(name());
            return live.list(kind, namespace, labels);
        }

        @Override
        public List<String> lastLogLines(ObjectRef pod, String container, int lines) throws Unanswered {
            demandLight(name());
            return live.lastLogLines(pod, container, lines);
        }
    }

    private void demandLight(String cluster) throws Unanswered {
        Optional<String> why = dark.apply(cluster);
        if (why.isPresent()) {
            throw new Unanswered(cluster, why.get());
        }
    }

    @Override
    public ClusterView view(String cluster) {
        return new Lit(clusters.view(cluster));
    }

    @Override
    public ClusterView view(String cluster, Duration atMost) {
        return new Lit(clusters.view(cluster, atMost));
    }

    @Override
    public ClusterView again(String cluster) {
        return new Lit(clusters.again(cluster));
    }

    @Override
    public String identity(String cluster) throws Unanswered {
        demandLight(cluster);
        return clusters.identity(cluster);
    }

    @Override
    public String about(String cluster) {
        return clusters.about(cluster);
    }

    @Override
    public void awaitChange(Set<Interest> interests, Duration longest) throws InterruptedException {
        clusters.awaitChange(interests, longest);
    }
}
