// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.workloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.spi.Lookup;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.kube.ClusterRef;
import io.shakebook.spi.kube.WorkloadKind;
import io.shakebook.testkit.world.FakeClusterView;
import io.shakebook.testkit.world.FakeWorld;
import io.shakebook.testkit.world.SamplePod;
import io.shakebook.testkit.world.SampleWorkload;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkloadsLookupTest {
    private final WorkloadsLookup lookup = new WorkloadsLookup();
    private final FakeClusterView site = new FakeClusterView("site-b");
    private final FakeWorld world = new FakeWorld(new FakeClusterView("site-a"), "", site);

    @BeforeEach
    void twoShakesAndSomethingElse() {
        site.with(
                SampleWorkload.deployment("redis-b", "shake-0").manifest(),
                SampleWorkload.deployment("redis-b", "shake-1").replicas(0).manifest(),
                SampleWorkload.deployment("redis-b", "shop").manifest(),
                SampleWorkload.statefulSet("redis-b", "shake-9").manifest(),
                SampleWorkload.deployment("elsewhere", "shake-2").manifest(),
                SamplePod.ready("redis-b", "shake-0-a-b", Map.of("app", "shake-0"))
                        .manifest(),
                SamplePod.ready("redis-b", "shake-1-a-b", Map.of("app", "shake-1"))
                        .terminating()
                        .manifest());
    }

    @Test
    void findsByKindNamespaceAndName() throws Exception {
        assertThat(lookup.rows(args("shake*", 2), world).rows())
                .containsExactly(
                        Map.entry("shake-0", new WorkloadRow("shake-0", 1, 1)),
                        Map.entry("shake-1", new WorkloadRow("shake-1", 0, 1)));
    }

    @Test
    void nothingFoundIsNoErrorUnlessSomeWereDemanded() throws Exception {
        assertThat(lookup.rows(args("schake*", 0), world).rows()).isEmpty();
    }

    @Test
    void fewerThanDemandedSaysWhatIsThere() {
        assertThatThrownBy(() -> lookup.rows(args("schake*", 1), world))
                .isInstanceOf(Refusal.class)
                .hasMessage("0 of at least 1 Deployments match \"schake*\" in namespace \"redis-b\" of \"site-b\";"
                        + " there are \"shake-0\", \"shake-1\", \"shop\"");
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(Lookup.class)).hasAtLeastOneElementOfType(WorkloadsLookup.class);
    }

    private static WorkloadsArgs args(String nameLike, int atLeast) {
        ClusterRef cluster = new ClusterRef("site-b", Optional.empty());
        return new WorkloadsArgs(cluster, "redis-b", WorkloadKind.DEPLOYMENT, new NamePattern(nameLike), atLeast);
    }
}
