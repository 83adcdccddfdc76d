// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.scaledown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.spi.Refusal;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.diagnostic.InvalidArgument;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.testkit.world.FakeClusterView;
import io.shakebook.testkit.world.FakeWorld;
import io.shakebook.testkit.world.SamplePod;
import io.shakebook.testkit.world.SampleWorkload;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleDownModuleTest {
    private static final SampleWorkload SHAKE = SampleWorkload.deployment("redis-b", "shake");
    private static final ScaleDownArgs STOP = args(0, IfMissing.ERROR);

    private final ScaleDownModule module = new ScaleDownModule();
    private final FakeClusterView site = new FakeClusterView("site-b");
    private final FakeWorld world = new FakeWorld(site, "redis-b");

    @Test
    void wantsTheReplicasAndNothingElse() throws Exception {
        site.with(SHAKE.manifest());

        Wanted.Fields wanted = (Wanted.Fields) module.want(STOP, world).wanted().get(0);

        assertThat(wanted.partial().tree())
                .isEqualTo(Manifest.of(SHAKE.manifest().ref(), Map.of("spec", Map.of("replicas", 0)))
                        .tree());
        assertThat(wanted.effects()).extracting(Wanted.Effect::words).containsExactly("stops it");
    }

    @ParameterizedTest
    @CsvSource({"3, 0, true", "3, 2, true", "2, 2, false", "0, 0, false", "0, 1, false"})
    void neverScalesUp(int live, int allowed, boolean changes) throws Exception {
        site.with(SHAKE.replicas(live).manifest());

        assertThat(module.want(args(allowed, IfMissing.ERROR), world).wanted().isEmpty())
                .isEqualTo(!changes);
    }

    @Test
    void aPodThatStillTerminatesStillRunsAlthoughTheDeploymentReportsZero() throws Exception {
        site.with(SHAKE.replicas(0).manifest(), pod("shake-1").terminating().manifest());

        assertThat(waiting(STOP)).isEqualTo("pods of Deployment \"shake\" still run: \"shake-1\" (terminating)");
    }

    @Test
    void namesTheFinalizerThatHoldsAPod() throws Exception {
        site.with(
                SHAKE.replicas(0).manifest(),
                pod("shake-1").terminating("example.com/keep").manifest());

        assertThat(waiting(STOP)).endsWith("\"shake-1\" (terminating, held by finalizer example.com/keep)");
    }

    @Test
    void isDoneWhenThePodsAreGone() throws Exception {
        site.with(SHAKE.replicas(0).manifest());

        assertThat(module.verify(STOP, world)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void anEvictedPodIsNotWaitedForForever() throws Exception {
        site.with(SHAKE.replicas(0).manifest())
                .with(pod("shake-1").with("status", Map.of("phase", "Failed")).manifest());

        assertThat(module.verify(STOP, world)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void thePodOfAnotherWorkloadWithTheSameLabelsDoesNotCount() throws Exception {
        site.with(
                SHAKE.replicas(0).manifest(),
                pod("other-1").ofDeployment("other").manifest());

        assertThat(module.verify(STOP, world)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void waitsWhileReplicasAreStillWanted() throws Exception {
        site.with(SHAKE.manifest());

        assertThat(waiting(STOP)).isEqualTo("Deployment \"shake\" still wants 1 pod; at most 0 may be left");
    }

    @Test
    void aMissingWorkloadIsAnErrorUnlessThePlaybookSaysElse() throws Exception {
        assertThatThrownBy(() -> module.want(STOP, world))
                .isInstanceOf(Refusal.class)
                .hasMessage("Deployment \"shake\" does not exist in namespace \"redis-b\" of \"site-b\"");
        assertThat(module.verify(STOP, world)).isInstanceOf(Verdict.Failed.class);

        assertThat(module.want(args(0, IfMissing.NOTHING), world).wanted()).isEmpty();
        assertThat(module.verify(args(0, IfMissing.NOTHING), world)).isInstanceOf(Verdict.Ready.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shake-7d9f8c-x1", "shake-7d9f8c"})
    void thePodOfADeletedWorkloadIsSeenByItsName(String pod) throws Exception {
        site.with(pod(pod).terminating().manifest());

        assertThat(waiting(args(0, IfMissing.NOTHING))).contains("\"" + pod + "\" (terminating)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shake", "Job/shake", "Deployment/", "deployment/shake", "Deployment/a/b", "Deployment/Shake"})
    void aWorkloadIsWrittenAsKindAndName(String wrong) {
        assertThatThrownBy(() -> new WorkloadName(wrong)).isInstanceOf(InvalidArgument.class);
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(StepModule.class)).hasAtLeastOneElementOfType(ScaleDownModule.class);
    }

    private String waiting(ScaleDownArgs args) throws Exception {
        Verdict verdict = module.verify(args, world);
        assertThat(verdict).isInstanceOf(Verdict.Waiting.class);
        return verdict.reason();
    }

    private static SamplePod pod(String name) {
        return SamplePod.ready("redis-b", name, Map.of("app", "shake"));
    }

    private static ScaleDownArgs args(int replicas, IfMissing ifMissing) {
        return new ScaleDownArgs(new WorkloadName("Deployment/shake"), replicas, ifMissing);
    }
}
