// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.world;

import io.shakebook.spi.ClusterView;
import io.shakebook.spi.World;
import io.shakebook.spi.kube.ClusterRef;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The world as a step in one namespace sees it. */
public final class FakeWorld implements World {
    private final FakeClusterView here;
    private final String namespace;
    private final Map<String, FakeClusterView> others;

    /** @param others clusters that the step's arguments may name beside its own */
    public FakeWorld(FakeClusterView here, String namespace, FakeClusterView... others) {
        this.here = here;
        this.namespace = namespace;
        this.others = Arrays.stream(others).collect(Collectors.toMap(FakeClusterView::name, Function.identity()));
    }

    @Override
    public ClusterView here() {
        return here;
    }

    @Override
    public String namespace() {
        return namespace;
    }

    /** @throws IllegalArgumentException if the test did not say that there is such a cluster */
    @Override
    public ClusterView cluster(ClusterRef cluster) {
        return Optional.ofNullable(others.get(cluster.name()))
                .or(() -> Optional.of(here).filter(own -> own.name().equals(cluster.name())))
                .orElseThrow(() -> new IllegalArgumentException("no cluster \"" + cluster.name() + "\" in this test"));
    }
}
