// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.Verdict;
import io.shakebook.testkit.world.FakeClusterView;
import io.shakebook.testkit.world.FakeWorld;
import io.shakebook.testkit.world.SamplePod;
import io.shakebook.testkit.world.SampleWorkload;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShakeAppBeforeTest {
    private static final SampleWorkload SHAKE = SampleWorkload.deployment("redis-b", "redis-shake-sync-0");

    private final ShakeAppModule module = new ShakeAppModule();
    private final FakeClusterView site = new FakeClusterView("site-b");
    private final FakeWorld world = new FakeWorld(site, "redis-b");

    @Test
    void startsWhereNothingIsLeft() throws Exception {
        assertThat(module.before(Shakes.sync(), world)).isInstanceOf(Verdict.Ready.class);

        site.with(SHAKE.replicas(0).manifest());
        assertThat(module.before(Shakes.sync(), world)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void doesNotStartBesideAPodThatStillTerminates() throws Exception {
        site.with(
                SHAKE.replicas(0).manifest(),
                pod("redis-shake-sync-0-a-b").terminating().manifest());

        assertThat(waiting())
                .isEqualTo("its old pod \"redis-shake-sync-0-a-b\" (terminating) still runs; two would copy at once");
    }

    @Test
    void doesNotStartBesideThePodOfADeletedDeployment() throws Exception {
        site.with(pod("redis-shake-sync-0-a-b")
                .with("metadata.labels", Map.of())
                .terminating()
                .manifest());
        assertThat(waiting()).contains("redis-shake-sync-0-a-b");

        site.with(
                pod("redis-shake-sync-0-a-b").ofDeployment("redis-shake-sync-0").manifest());
        assertThat(waiting()).contains("redis-shake-sync-0-a-b");
    }

    @Test
    void doesNotStartBesideAPodWithItsLabels() throws Exception {
        site.with(pod("made-by-hand").manifest());

        assertThat(waiting()).contains("made-by-hand");
    }

    @Test
    void doesNotStartBesideAPodThatAHandMadeDeploymentSelects() throws Exception {
        Map<String, String> labels = Map.of("shake", "0");
        site.with(SHAKE.replicas(0).with("spec.selector.matchLabels", labels).manifest())
                .with(SamplePod.ready("redis-b", "odd", labels).terminating().manifest());

        assertThat(waiting()).contains("\"odd\" (terminating)");
    }

    @Test
    void anEvictedPodIsNoObstacle() throws Exception {
        site.with(pod("redis-shake-sync-0-a-b")
                .with("status", Map.of("phase", "Failed"))
                .manifest());

        assertThat(module.before(Shakes.sync(), world)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void thePodOfAnotherShakeIsNoObstacle() throws Exception {
        site.with(pod("redis-shake-sync-0-a-b").ofDeployment("another").manifest());

        assertThat(module.before(Shakes.sync(), world)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void aShakeThatRunsIsReplacedByItsDeployment() throws Exception {
        site.with(SHAKE.manifest(), pod("redis-shake-sync-0-a-b").manifest());

        assertThat(module.before(Shakes.sync(), world)).isInstanceOf(Verdict.Ready.class);
    }

    private String waiting() throws Exception {
        Verdict verdict = module.before(Shakes.sync(), world);
        assertThat(verdict).isInstanceOf(Verdict.Waiting.class);
        return verdict.reason();
    }

    private static SamplePod pod(String name) {
        return SamplePod.ready("redis-b", name, Map.of("app", "redis-shake-sync-0"));
    }
}
