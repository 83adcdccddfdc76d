// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Clusters.Interest;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.World;
import io.shakebook.spi.kube.ClusterRef;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The world as it is, for verifying a step; notes what was read, so that a wait knows what to watch. */
final class RunWorld implements World {
    private final Function<String, ClusterView> views;
    private final String cluster;
    private final String namespace;
    private final Set<Interest> interests = new LinkedHashSet<>();

    /** @param views by name of the cluster */
    RunWorld(Function<String, ClusterView> views, String cluster, String namespace) {
        this.views = views;
        this.cluster = cluster;
        this.namespace = namespace;
    }

    @Override
    public ClusterView here() {
        return new Noting(views.apply(cluster));
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public ClusterView cluster(ClusterRef ref) {
        return new Noting(views.apply(ref.name()));
    }

    Set<Interest> interests() {
        return interests;
    }

    /** Passes reads on and notes them. */
    private final class Noting implements ClusterView {
        private final ClusterView live;

        Noting(ClusterView live) {
            this.live = live;
        }

        @Override
        public String name() {
            return live.name();
        }

        @Override
        public Optional<Manifest> get(ObjectRef ref) throws Unanswered {
            interests.add(new Interest(name(), ref.kind(), ref.namespace()));
            return live.get(ref);
        }

        @Override
        public List<Manifest> list(Kind kind, String in, Map<String, String> labels) throws Unanswered {
            if (!kind.equals(Kind.EVENT)) { // they come all the time, and only explain what something else shows
                interests.add(new Interest(name(), kind, in));
            }
            return live.list(kind, in, labels);
        }

        @Override
        public List<String> lastLogLines(ObjectRef pod, String container, int lines) throws Unanswered {
            return live.lastLogLines(pod, container, lines);
        }
    }
}
