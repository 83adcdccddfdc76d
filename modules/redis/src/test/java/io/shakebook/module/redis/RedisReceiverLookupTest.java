// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.spi.Refusal;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.testkit.world.FakeWorld;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisReceiverLookupTest {
    private final RedisReceiverLookup lookup = new RedisReceiverLookup();
    private final Sites sites = new Sites();
    private final FakeWorld world = new FakeWorld(sites.b, "redis-b", sites.a);

    @Test
    void aClusterIsWrittenToThroughTheServiceThatTheInventoryNames() throws Exception {
        sites.a.with(service("10.96.0.7", 6379));

        assertThat(receiver(Sites.REDIS_A)).isEqualTo(new RedisReceiver("cluster", 6.0, Optional.of("10.96.0.7:6379")));
    }

    @Test
    void aMasterWithSentinelsIsWrittenToAsStandalone() throws Exception {
        assertThat(receiver(Sites.REDIS_B)).isEqualTo(new RedisReceiver("standalone", 6.0, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"None, 6379, is headless", "'', 6379, has no cluster IP", "10.96.0.7, 6380, has no port 6379"})
    void aServiceThatDoesNotLeadToMastersIsRefused(String clusterIp, int port, String why) {
        sites.a.with(service(clusterIp, port));

        assertThatThrownBy(() -> receiver(Sites.REDIS_A))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Service \"redis-a-leader\", which the inventory names for \"redis-a\", " + why);
    }

    @Test
    void aServiceThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> receiver(Sites.REDIS_A)).hasMessageEndingWith("does not exist");
    }

    private RedisReceiver receiver(RedisEntry redis) throws Exception {
        return lookup.rows(new RedisReceiverArgs(redis), world).rows().get("");
    }

    private static Manifest service(String clusterIp, int port) {
        Map<String, Object> spec =
                Map.of("clusterIP", clusterIp, "ports", List.of(Map.of("port", port, "protocol", "TCP")));
        return Manifest.of(new ObjectRef(Kind.SERVICE, "redis-a", "redis-a-leader"), Map.of("spec", spec));
    }
}
