// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.StepModule;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.kube.ClusterRef;
import io.shakebook.spi.kube.WorkloadKind;
import io.shakebook.testkit.world.FakeClusterView;
import io.shakebook.testkit.world.FakeWorld;
import io.shakebook.testkit.world.SamplePod;
import io.shakebook.testkit.world.SampleWorkload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class WorkloadsStoppedModuleTest {
    private static final SampleWorkload RECOVERY = SampleWorkload.deployment("redis-a", "recovery");
    private static final SamplePod POD = SamplePod.ready("redis-a", "recovery-7d9f8c-x1", Map.of("app", "recovery"));

    private final WorkloadsStoppedModule gate = new WorkloadsStoppedModule();
    private final FakeClusterView site = new FakeClusterView("site-a");
    private final FakeWorld world = new FakeWorld(site, "redis-a");

    @Test
    void wantsNothing() {
        assertThat(gate.want(args(), world).wanted()).isEmpty();
        assertThat(gate.spec().gate()).isTrue();
    }

    @Test
    void holdsWhenNothingOfThatNameIsThere() throws Exception {
        site.with(SampleWorkload.deployment("redis-a", "shop").manifest());

        assertThat(gate.verify(args(), world)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void failsAtOnceWhileOneWantsAPod() throws Exception {
        site.with(RECOVERY.manifest());

        assertThat(gate.verify(args(), world)).isInstanceOf(Verdict.Failed.class);
        assertThat(gate.verify(args(), world).reason())
                .isEqualTo("A recovery runs; end it. Found: Deployment \"recovery\" wants 1 pod");
    }

    @Test
    void waitsWhileTheLastPodTerminates() throws Exception {
        site.with(RECOVERY.replicas(0).manifest(), POD.terminating().manifest());

        assertThat(waiting(args())).isEqualTo("pods of recovery* are left: \"recovery-7d9f8c-x1\" (terminating)");
    }

    @Test
    void waitsWhileADeploymentIsBeingDeleted() throws Exception {
        site.with(
                RECOVERY.with("metadata.deletionTimestamp", "2026-11-22T21:00:00Z")
                        .manifest(),
                POD.manifest());

        assertThat(waiting(args())).contains("\"recovery-7d9f8c-x1\"");
    }

    @Test
    void seesThePodOfADeletedDeployment() throws Exception {
        site.with(POD.manifest());
        assertThat(waiting(args())).contains("\"recovery-7d9f8c-x1\"");

        site.with(POD.ofDeployment("recovery").terminating().manifest());
        assertThat(waiting(args())).contains("\"recovery-7d9f8c-x1\" (terminating)");
    }

    @Test
    void seesAPodOfAnyNameByTheSelector() throws Exception {
        site.with(RECOVERY.replicas(0).manifest())
                .with(SamplePod.ready("redis-a", "odd", Map.of("app", "recovery"))
                        .manifest());

        assertThat(waiting(args())).contains("\"odd\"");
    }

    @Test
    void anEvictedPodIsAsGoodAsGone() throws Exception {
        site.with(POD.with("status", Map.of("phase", "Failed")).manifest());

        assertThat(gate.verify(args(), world)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void whatMayRunIsLeftAlone() throws Exception {
        site.with(RECOVERY.manifest(), POD.manifest());

        assertThat(gate.verify(args("recovery"), world)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void searchesTheClusterAndNamespaceThatItIsGiven() throws Exception {
        site.with(RECOVERY.manifest());
        FakeWorld elsewhere = new FakeWorld(new FakeClusterView("site-b"), "redis-b", site);
        ClusterRef there = new ClusterRef("site-a", Optional.empty());

        assertThat(gate.verify(args(), elsewhere)).isInstanceOf(Verdict.Ready.class);
        assertThat(gate.verify(args(Optional.of(there), Optional.of("redis-a")), elsewhere))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(StepModule.class)).hasAtLeastOneElementOfType(WorkloadsStoppedModule.class);
    }

    private String waiting(WorkloadsStoppedArgs args) throws Exception {
        Verdict verdict = gate.verify(args, world);
        assertThat(verdict).isInstanceOf(Verdict.Waiting.class);
        return verdict.reason();
    }

    private static WorkloadsStoppedArgs args(String... except) {
        return args(Optional.empty(), Optional.empty(), except);
    }

    private static WorkloadsStoppedArgs args(
            Optional<ClusterRef> cluster, Optional<String> namespace, String... except) {
        return new WorkloadsStoppedArgs(
                WorkloadKind.DEPLOYMENT,
                new NamePattern("recovery*"),
                cluster,
                namespace,
                List.of(except),
                "A recovery runs; end it.");
    }
}
