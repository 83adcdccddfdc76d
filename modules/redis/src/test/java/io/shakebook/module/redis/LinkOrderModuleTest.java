// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.diagnostic.InvalidArgument;
import io.shakebook.testkit.world.FakeWorld;
import io.shakebook.testkit.world.SamplePod;
import io.shakebook.testkit.world.SampleWorkload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkOrderModuleTest {
    private static final String[] THREE = {"redis-shake-sync-0", "redis-shake-sync-1", "redis-shake-sync-2"};

    private final LinkOrderModule gate = new LinkOrderModule();
    private final Sites sites = new Sites();
    private final FakeWorld besideB = new FakeWorld(sites.b, "redis-b", sites.a);
    private final FakeWorld besideA = new FakeWorld(sites.a, "redis-a", sites.b);

    @Test
    void theFirstSyncMayStart() throws Exception {
        assertThat(gate.verify(sync(THREE), besideB)).isInstanceOf(Verdict.Ready.class);
        assertThat(gate.verify(sync(), besideB)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void shakesThatRunAlreadyAreNoObstacleForThemselves() throws Exception {
        sites.b.with(shake("redis-b", "redis-shake-sync-0").manifest());

        assertThat(gate.verify(sync(THREE), besideB)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void noSyncWhileARecoveryRuns() throws Exception {
        sites.a.with(shake("redis-a", "redis-shake-recovery").manifest());

        assertThat(failed(sync(THREE), besideB))
                .contains("Deployment \"redis-shake-recovery\" beside \"redis-a\" copies the other way")
                .contains("rules R1, R4, R5");
    }

    @Test
    void noSyncWhileTheRecoverysPodTerminates() throws Exception {
        sites.a.with(
                shake("redis-a", "redis-shake-recovery").replicas(0).manifest(),
                pod("redis-a", "redis-shake-recovery", "redis-shake-recovery-a-b")
                        .terminating()
                        .manifest());

        assertThat(waiting(sync(THREE), besideB))
                .contains("\"redis-shake-recovery-a-b\" (terminating)")
                .contains("R4");
    }

    @Test
    void noSyncWhileThePodOfADeletedRecoveryRuns() throws Exception {
        sites.a.with(pod("redis-a", "redis-shake-recovery", "redis-shake-recovery-a-b")
                .manifest());

        assertThat(waiting(sync(THREE), besideB)).contains("\"redis-shake-recovery-a-b\"");
    }

    @Test
    void aRecoveryThatIsBeingDeletedIsWaitedFor() throws Exception {
        sites.a.with(
                shake("redis-a", "redis-shake-recovery")
                        .with("metadata.deletionTimestamp", "2026-11-22T21:00:00Z")
                        .manifest(),
                pod("redis-a", "redis-shake-recovery", "redis-shake-recovery-a-b")
                        .manifest());

        assertThat(waiting(sync(THREE), besideB)).contains("\"redis-shake-recovery-a-b\"");
    }

    @Test
    void anEvictedPodOfTheRecoveryCopiesNothing() throws Exception {
        sites.a.with(pod("redis-a", "redis-shake-recovery", "redis-shake-recovery-a-b")
                .with("status", Map.of("phase", "Failed"))
                .manifest());

        assertThat(gate.verify(sync(THREE), besideB)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void noRecoveryWhileOneOfTheSyncShakesRuns() throws Exception {
        sites.b.with(
                shake("redis-b", "redis-shake-sync-0").replicas(0).manifest(),
                shake("redis-b", "redis-shake-sync-2").manifest());

        assertThat(failed(recovery(), besideA))
                .contains("Deployment \"redis-shake-sync-2\" beside \"redis-b\"")
                .contains("R1");
    }

    @Test
    void aRecoveryMayStartOnceTheSyncIsStopped() throws Exception {
        sites.b.with(shake("redis-b", "redis-shake-sync-0").replicas(0).manifest());

        assertThat(gate.verify(recovery(), besideA)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void noRecoveryBeforeEveryMasterOfThePrimaryIsUp() throws Exception {
        sites.a.with(Sites.leader(1).notReady().manifest());

        assertThat(waiting(recovery(), besideA)).startsWith("leader pod \"redis-a-leader-1\" is not ready (rule R3:");
    }

    @Test
    void aShakeRunsBesideItsTarget() throws Exception {
        assertThat(failed(sync(THREE), besideA))
                .startsWith("this step is in namespace \"redis-a\" of \"site-a\","
                        + " and \"redis-b\" is in namespace \"redis-b\" of \"site-b\" (rule R6:");
        assertThat(failed(sync(THREE), new FakeWorld(sites.b, "other", sites.a)))
                .contains("R6");
    }

    @Test
    void thereIsOneShakeForEachLeader() throws Exception {
        assertThat(failed(sync("redis-shake-sync-0", "redis-shake-sync-1"), besideB))
                .startsWith("\"redis-a\" has 3 masters, and 2 shakes would run (rule R7:");
    }

    @Test
    void aMissingLeaderIsWaitedForAndNotLeftOut() throws Exception {
        sites.a.without(Sites.leader(2).manifest().ref());

        assertThat(waiting(sync(THREE), besideB))
                .contains("\"redis-a-leader-2\"")
                .contains("rule R7");
    }

    @Test
    void aStrayShakeIsNamed() throws Exception {
        sites.b.with(
                shake("redis-b", "redis-shake-sync-3").manifest(),
                shake("redis-b", "redis-shake-sync").manifest());

        assertThat(failed(sync(THREE), besideB))
                .startsWith("stray: Deployment \"redis-shake-sync\", Deployment \"redis-shake-sync-3\"")
                .contains("rule R7");
    }

    @Test
    void thePodOfAStoppedStrayIsWaitedFor() throws Exception {
        sites.b.with(
                shake("redis-b", "redis-shake-sync-3").replicas(0).manifest(),
                pod("redis-b", "redis-shake-sync-3", "redis-shake-sync-3-a-b")
                        .terminating()
                        .manifest());

        assertThat(waiting(sync(THREE), besideB)).contains("\"redis-shake-sync-3-a-b\" (terminating)");
    }

    @Test
    void aStoppedStrayIsNoObstacle() throws Exception {
        sites.b.with(shake("redis-b", "redis-shake-sync-3").replicas(0).manifest());

        assertThat(gate.verify(sync(THREE), besideB)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void aSourceWhoseSiteIsDarkIsNoAnswer() {
        sites.a.goDark("connection refused");

        assertThatThrownBy(() -> gate.verify(sync(THREE), besideB)).isInstanceOf(Unanswered.class);
    }

    @ParameterizedTest
    @CsvSource({
        "redis-shake-sync, true",
        "redis-shake-sync-0, true",
        "redis-shake-sync-12, true",
        "redis-shake-sync-old, true",
        "my-redis-shake-sync, false",
        "redis-shake-recovery, false",
    })
    void theShakesOfADirectionAreKnownByTheirNames(String name, boolean one) {
        assertThat(new ShakeNames("redis-shake-sync").test(name)).isEqualTo(one);
    }

    @Test
    void directionsThatCannotBeToldApartAreRefused() {
        assertThatThrownBy(() -> new LinkOrderArgs(Sites.REDIS_A, Sites.REDIS_B, "shake", "shake-1", List.of()))
                .isInstanceOf(InvalidArgument.class);
        assertThatThrownBy(() -> new LinkOrderArgs(Sites.REDIS_A, Sites.REDIS_A, "sync", "recovery", List.of()))
                .isInstanceOf(InvalidArgument.class);
    }

    private String failed(LinkOrderArgs args, FakeWorld world) throws Unanswered {
        Verdict verdict = gate.verify(args, world);
        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
        return verdict.reason();
    }

    private String waiting(LinkOrderArgs args, FakeWorld world) throws Unanswered {
        Verdict verdict = gate.verify(args, world);
        assertThat(verdict).isInstanceOf(Verdict.Waiting.class);
        return verdict.reason();
    }

    private static LinkOrderArgs sync(String... wanted) {
        return new LinkOrderArgs(
                Sites.REDIS_A, Sites.REDIS_B, "redis-shake-sync", "redis-shake-recovery", List.of(wanted));
    }

    private static LinkOrderArgs recovery() {
        return new LinkOrderArgs(Sites.REDIS_B, Sites.REDIS_A, "redis-shake-recovery", "redis-shake-sync", List.of());
    }

    private static SampleWorkload shake(String namespace, String name) {
        return SampleWorkload.deployment(namespace, name);
    }

    private static SamplePod pod(String namespace, String app, String name) {
        return SamplePod.ready(namespace, name, Map.of("app", app));
    }
}
