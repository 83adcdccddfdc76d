// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.spi.InventoryType;
import io.shakebook.spi.diagnostic.InvalidArgument;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class RedisEntryTest {

    @Test
    void aMasterWithSentinelsHasNoShards() {
        assertThat(wrong(() -> Sites.redis("r", "s", Topology.SENTINEL, Optional.of(3), Sites.MASTER)))
                .isEqualTo("shards");
        assertThat(Sites.redis("r", "s", Topology.STANDALONE, Optional.of(1), Sites.MASTER)
                        .shards())
                .contains(1);
    }

    @Test
    void noShardsAreNoCluster() {
        assertThat(wrong(() -> Sites.redis("r", "s", Topology.CLUSTER, Optional.of(0), Sites.LEADER)))
                .isEqualTo("shards");
    }

    @Test
    void withoutLabelsNoPodCouldBeAMaster() {
        assertThat(wrong(() -> Sites.redis("r", "s", Topology.SENTINEL, Optional.empty(), Map.of())))
                .isEqualTo("masterSelector");
    }

    @Test
    void aRedisCannotStandByForItself() {
        assertThat(wrong(() -> new RedisPair("shop", Sites.REDIS_A, Sites.REDIS_A)))
                .isEqualTo("standby");
        assertThat(new RedisPair("shop", Sites.REDIS_A, Sites.REDIS_B).standby())
                .isEqualTo(Sites.REDIS_B);
    }

    @Test
    void bothTypesAreFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(InventoryType.class))
                .hasAtLeastOneElementOfType(RedisType.class)
                .hasAtLeastOneElementOfType(RedisPairType.class);
    }

    private static String wrong(Runnable making) {
        String[] component = {""};
        assertThatThrownBy(making::run)
                .isInstanceOfSatisfying(InvalidArgument.class, wrong -> component[0] = wrong.component());
        return component[0];
    }
}
