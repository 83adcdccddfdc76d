// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.spi.Lookup;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.Rows;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.testkit.world.FakeWorld;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class RedisShardsLookupTest {
    private final RedisShardsLookup lookup = new RedisShardsLookup();
    private final Sites sites = new Sites();
    private final FakeWorld world = new FakeWorld(sites.a, "redis-a", sites.b);

    @Test
    void aClusterHasOneRowForEachLeader() throws Exception {
        Rows<RedisShard> rows = rows(Sites.REDIS_A);

        assertThat(rows.rows().keySet()).containsExactly("0", "1", "2");
        assertThat(rows.rows().get("1"))
                .isEqualTo(new RedisShard(
                        "1",
                        "-1",
                        Optional.of("redis-a-leader-1"),
                        Map.of(
                                "app",
                                "redis-a",
                                "role",
                                "leader",
                                "statefulset.kubernetes.io/pod-name",
                                "redis-a-leader-1"),
                        6.0));
        assertThat(rows.evidence()).isEqualTo("labels only, Redis was not asked");
    }

    @Test
    void aMasterWithSentinelsIsOneRowWithoutASuffix() throws Exception {
        assertThat(rows(Sites.REDIS_B).rows())
                .containsExactly(
                        Map.entry("0", new RedisShard("0", "", Optional.of("rfr-redis-b-1"), Sites.MASTER, 6.0)));
    }

    @Test
    void aMissingLeaderIsNamedAndIsNeverASmallerPlan() {
        sites.a.without(new ObjectRef(Kind.POD, "redis-a", "redis-a-leader-1"));

        assertThat(refused(Sites.REDIS_A))
                .startsWith("leader pod \"redis-a-leader-1\" with the labels of masters is missing (rule R7:");
    }

    @Test
    void aLeaderThatIsNotReadyIsNamed() {
        sites.a.with(Sites.leader(2).notReady().manifest());

        assertThat(refused(Sites.REDIS_A)).startsWith("leader pod \"redis-a-leader-2\" is not ready (rule R7:");
    }

    @Test
    void aPodThatLostTheLabelsOfMastersIsMissing() {
        sites.a.with(Sites.leader(0).with("metadata.labels.role", "follower").manifest());

        assertThat(refused(Sites.REDIS_A)).contains("\"redis-a-leader-0\" with the labels of masters is missing");
    }

    @Test
    void aStatefulSetThatShrankDoesNotShrinkThePlan() throws Exception {
        sites.a.with(Sites.leaders(2).manifest());

        assertThat(rows(Sites.REDIS_A).rows()).hasSize(3);
        assertThat(rows(Sites.REDIS_A).evidence())
                .contains("wants 2 pods, the inventory declares 3 shards, and the larger number counts");
    }

    @Test
    void moreLeadersThanDeclaredAreTaken() throws Exception {
        sites.a.with(Sites.leaders(4).manifest(), Sites.leader(3).manifest());

        assertThat(rows(Sites.REDIS_A).rows().keySet()).containsExactly("0", "1", "2", "3");
        assertThat(rows(Sites.REDIS_A).evidence()).contains("wants 4 pods, the inventory declares 3 shards");
    }

    @Test
    void withoutADeclarationTheStatefulSetCounts() throws Exception {
        RedisEntry undeclared = Sites.redis("redis-a", "site-a", Topology.CLUSTER, Optional.empty(), Sites.LEADER);
        assertThat(rows(undeclared).rows()).hasSize(3);

        sites.a.without(Sites.leaders(3).manifest().ref());
        assertThat(refused(undeclared)).contains("nothing says how many shards \"redis-a\" has");
    }

    @Test
    void twoMastersWhereOneShouldBeAreNamed() {
        sites.b.with(Sites.master("rfr-redis-b-0").manifest());

        assertThat(refused(Sites.REDIS_B))
                .startsWith("2 pods have the labels of the one master: \"rfr-redis-b-0\", \"rfr-redis-b-1\"");
    }

    @Test
    void anOldMasterThatTerminatesIsNotASecondOne() throws Exception {
        sites.b.with(Sites.master("rfr-redis-b-0").terminating().manifest());

        assertThat(rows(Sites.REDIS_B).rows().get("0").pod()).contains("rfr-redis-b-1");
    }

    @Test
    void noMasterIsAnError() {
        sites.b.without(Sites.master("rfr-redis-b-1").manifest().ref());

        assertThat(refused(Sites.REDIS_B)).startsWith("no pod of \"redis-b\" has the labels of a master");
    }

    @Test
    void bothLookupsAreFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(Lookup.class))
                .hasAtLeastOneElementOfType(RedisShardsLookup.class)
                .hasAtLeastOneElementOfType(RedisReceiverLookup.class);
    }

    private Rows<RedisShard> rows(RedisEntry redis) throws Exception {
        return lookup.rows(new RedisShardsArgs(redis), world);
    }

    private String refused(RedisEntry redis) {
        String[] message = {""};
        assertThatThrownBy(() -> rows(redis))
                .isInstanceOfSatisfying(Refusal.class, refusal -> message[0] = refusal.getMessage());
        return message[0];
    }
}
