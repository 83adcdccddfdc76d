// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.spi.StepModule;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Verdict;
import io.shakebook.testkit.world.FakeWorld;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class RedisReadyModuleTest {
    private final RedisReadyModule gate = new RedisReadyModule();
    private final Sites sites = new Sites();
    private final FakeWorld world = new FakeWorld(sites.b, "redis-b", sites.a);

    @Test
    void holdsWhenEveryMasterIsUp() throws Exception {
        assertThat(verdict(Sites.REDIS_A)).isInstanceOf(Verdict.Ready.class);
        assertThat(verdict(Sites.REDIS_B)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void waitsForEveryMasterThatIsNotUpAndNamesIt() throws Exception {
        sites.a.with(
                Sites.leader(0).terminating().manifest(),
                Sites.leader(2).notReady().manifest());

        assertThat(verdict(Sites.REDIS_A)).isInstanceOf(Verdict.Waiting.class);
        assertThat(verdict(Sites.REDIS_A).reason())
                .isEqualTo(
                        "leader pod \"redis-a-leader-0\" (terminating); leader pod \"redis-a-leader-2\" is not ready");
        assertThat(verdict(Sites.REDIS_A).measures().get(0).value()).isEqualTo("1 of 3");
    }

    @Test
    void aDarkSiteIsNoAnswer() {
        sites.a.goDark("connection refused");

        assertThatThrownBy(() -> verdict(Sites.REDIS_A)).isInstanceOf(Unanswered.class);
    }

    @Test
    void bothGatesAreFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(StepModule.class))
                .hasAtLeastOneElementOfType(RedisReadyModule.class)
                .hasAtLeastOneElementOfType(LinkOrderModule.class);
    }

    private Verdict verdict(RedisEntry redis) throws Unanswered {
        return gate.verify(new RedisReadyArgs(redis), world);
    }
}
