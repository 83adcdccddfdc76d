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
    private final Map<String, String> dark;

    /** @param dark why, by cluster */
    LitClusters(Clusters clusters, Map<String, String> dark) {
        this.clusters = clusters;
        this.dark = Map.copyOf(dark);
    }

    private record Dark(String name, String why) implements ClusterView {
        @Override
        public Optional<Manifest> get(ObjectRef ref) throws Unanswered {
            throw new Unanswered(name, why);
        }

        @Override
        public List<Manifest> list(Kind kind, String namespace, Map<String, String> labels) throws Unanswered {
            throw new Unanswered(name, why);
        }

        @Override
        public List<String> lastLogLines(ObjectRef pod, String container, int lines) throws Unanswered {
            throw new Unanswered(name, why);
        }
    }

    @Override
    public ClusterView view(String cluster) {
        return lit(cluster, clusters::view);
    }

    @Override
    public ClusterView view(String cluster, Duration atMost) {
        return lit(cluster, name -> clusters.view(name, atMost));
    }

    @Override
    public ClusterView again(String cluster) {
        return lit(cluster, clusters::again);
    }

    private ClusterView lit(String cluster, Function<String, ClusterView> view) {
        return Optional.ofNullable(dark.get(cluster))
                .<ClusterView>map(why -> new Dark(cluster, why))
                .orElseGet(() -> view.apply(cluster));
    }

    @Override
    public String identity(String cluster) throws Unanswered {
        if (dark.containsKey(cluster)) {
            throw new Unanswered(cluster, String.valueOf(dark.get(cluster)));
        }
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
