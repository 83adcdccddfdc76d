// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.Verdict;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.testkit.world.FakeClusterView;
import io.shakebook.testkit.world.FakeWorld;
import io.shakebook.testkit.world.SamplePod;
import io.shakebook.testkit.world.SampleWorkload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShakeAppVerifyTest {
    private static final SampleWorkload SHAKE = SampleWorkload.deployment("redis-b", "redis-shake-sync-0");
    private static final SamplePod POD = SamplePod.ready("redis-b", "shake-1", Map.of("app", "redis-shake-sync-0"))
            .with("spec.containers", List.of(Map.of("name", "shake", "image", Shakes.IMAGE)));

    private final ShakeAppModule module = new ShakeAppModule();
    private final FakeClusterView site = new FakeClusterView("site-b");
    private final FakeWorld world = new FakeWorld(site, "redis-b");

    @BeforeEach
    void theConfigurationIsThere() {
        site.with(Manifest.of(new ObjectRef(Kind.CONFIG_MAP, "redis-b", "redis-sync-0"), Map.of()));
    }

    @Test
    void isReadyWhenItsOnlyPodIsUp() throws Exception {
        site.with(SHAKE.manifest(), POD.manifest());

        assertThat(verdict())
                .isEqualTo(Verdict.ready("up, no restart", verdict().measures().get(0)));
    }

    @Test
    void waitsUntilTheClusterHasTakenUpTheChange() throws Exception {
        site.with(SHAKE.with("metadata.generation", 2).manifest(), POD.manifest());

        assertThat(waiting()).startsWith("the cluster has not taken up the change");
    }

    @Test
    void waitsWhileItIsMissing() throws Exception {
        assertThat(waiting()).isEqualTo("Deployment \"redis-shake-sync-0\" does not exist");
    }

    @Test
    void oneThatWasScaledAwayCannotHealAndSaysByWhom() throws Exception {
        site.with(SHAKE.replicas(0).manifest());
        assertThat(verdict())
                .isEqualTo(Verdict.failed("Deployment \"redis-shake-sync-0\" was scaled away:"
                        + " it wants 0 pods where it should want 1"));

        site.with(SHAKE.replicas(0)
                .with(
                        "metadata.managedFields",
                        List.of(
                                owner("shakebook.shake-app", "2026-11-22T21:00:00Z", "f:replicas"),
                                owner("kubectl", "2026-11-22T21:05:00Z", "f:replicas"),
                                owner("kube-controller-manager", "2026-11-22T21:06:00Z", "f:paused")))
                .manifest());
        assertThat(verdict().reason()).contains("was scaled away by \"kubectl\" at 2026-11-22T21:05:00Z: it wants 0");
    }

    private static Map<String, Object> owner(String manager, String time, String field) {
        return Map.of("manager", manager, "time", time, "fieldsV1", Map.of("f:spec", Map.of(field, Map.of())));
    }

    @Test
    void twoPodsAtOnceAreNotReady() throws Exception {
        SamplePod second = SamplePod.ready("redis-b", "shake-2", Map.of("app", "redis-shake-sync-0"));
        site.with(SHAKE.manifest(), POD.manifest(), second.manifest());
        assertThat(waiting()).isEqualTo("its pods are \"shake-1\", \"shake-2\" where there should be one");

        site.with(second.terminating().manifest());
        assertThat(waiting())
                .isEqualTo("its pods are \"shake-1\", \"shake-2\" (terminating) where there should be one");
    }

    @Test
    void itsOnlyPodMustNotBeOneThatTerminates() throws Exception {
        site.with(SHAKE.manifest(), POD.terminating().manifest());

        assertThat(waiting()).startsWith("its pods are \"shake-1\" (terminating)");
    }

    @Test
    void anOldReplicaThatIsStillCountedIsNotReady() throws Exception {
        site.with(SHAKE.with("status.updatedReplicas", 0).manifest(), POD.manifest());

        assertThat(waiting()).isEqualTo("the new pod has not taken the place of the old one");
    }

    @Test
    void aRestartSaysHowTheContainerEnded() throws Exception {
        site.with(SHAKE.manifest(), POD.restarted(1, 2, false).manifest())
                .withLog(POD.manifest().ref(), "connecting", "dial tcp 10.0.1.11:31865: connect: connection refused");

        assertThat(waiting())
                .isEqualTo("container restarted once, exit code 2;"
                        + " last log line: \"dial tcp 10.0.1.11:31865: connect: connection refused\"");
    }

    @Test
    void aContainerThatRunsAgainIsNotReadyUnlessThePlaybookAllowsIt() throws Exception {
        site.with(SHAKE.manifest(), POD.restarted(3, 2, true).manifest());

        assertThat(verdict())
                .isEqualTo(Verdict.failed(
                        "container restarted 3 times, exit code 2; it runs again, and copies anew from the"
                                + " start: delete pod \"shake-1\" to begin without a restart, or allow restarts"));
        assertThat(module.verify(Shakes.allowing(2), world)).isInstanceOf(Verdict.Failed.class);
        assertThat(module.verify(Shakes.allowing(3), world)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void aConfigurationThatRedisShakeRefusesCannotHeal() throws Exception {
        site.with(SHAKE.manifest(), POD.restarted(2, 2, false).manifest())
                .withLog(
                        POD.manifest().ref(),
                        "panic: toml: cannot store TOML integer into a Go float32",
                        "goroutine 1");

        assertThat(verdict()).isInstanceOf(Verdict.Failed.class);
        assertThat(verdict().reason())
                .isEqualTo("RedisShake refuses its configuration: container restarted 2 times, exit code 2;"
                        + " last log line: \"panic: toml: cannot store TOML integer into a Go float32\"");
    }

    @Test
    void anImageThatCannotBePulledIsNamed() throws Exception {
        site.with(SHAKE.manifest(), POD.waiting("ImagePullBackOff", "not found").manifest());

        assertThat(waiting()).isEqualTo("image \"" + Shakes.IMAGE + "\" cannot be pulled: not found");
    }

    @Test
    void anImageNameThatIsNoneCannotHeal() throws Exception {
        site.with(SHAKE.manifest(), POD.waiting("InvalidImageName", "").manifest());

        assertThat(verdict()).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void aFileThatCannotBeMountedIsSaidAsTheClusterReportsIt() throws Exception {
        Map<String, Object> event = Map.of(
                "involvedObject",
                Map.of("kind", "Pod", "name", "shake-1"),
                "reason",
                "FailedMount",
                "message",
                "MountVolume.SetUp failed for volume \"config\" : references non-existent config key: sync.toml");
        site.with(SHAKE.manifest(), POD.waiting("ContainerCreating", "").manifest())
                .with(Manifest.of(new ObjectRef(Kind.EVENT, "redis-b", "shake-1.1"), event));
        assertThat(waiting())
                .isEqualTo("pod \"shake-1\" cannot be started: MountVolume.SetUp failed for volume \"config\" :"
                        + " references non-existent config key: sync.toml");
    }

    @Test
    void aMissingConfigurationIsNamed() throws Exception {
        site.without(new ObjectRef(Kind.CONFIG_MAP, "redis-b", "redis-sync-0"))
                .with(SHAKE.manifest(), POD.waiting("ContainerCreating", "").manifest());

        assertThat(waiting()).isEqualTo("ConfigMap \"redis-sync-0\", which the pod mounts, does not exist");
    }

    @Test
    void aContainerThatCannotBeMadeSaysWhy() throws Exception {
        site.with(
                SHAKE.manifest(),
                POD.waiting("CreateContainerConfigError", "secret \"x\" not found")
                        .manifest());

        assertThat(waiting()).isEqualTo("container cannot start, CreateContainerConfigError: secret \"x\" not found");
    }

    @Test
    void aPodThatNoNodeTakesSaysWhy() throws Exception {
        site.with(SHAKE.manifest())
                .with(POD.waiting("", "")
                        .condition("PodScheduled", "False", "Unschedulable", "0/3 nodes: insufficient memory")
                        .manifest());

        assertThat(waiting()).isEqualTo("no node takes the pod: 0/3 nodes: insufficient memory");
    }

    @Test
    void aQuotaThatForbidsThePodIsNamed() throws Exception {
        site.with(SHAKE.with("status.conditions", condition("ReplicaFailure", "exceeded quota: pods"))
                .manifest());

        assertThat(waiting()).isEqualTo("no pod can be made: exceeded quota: pods");
    }

    @Test
    void whenTheClusterGaveUpItFailsWithThePodsCause() throws Exception {
        site.with(SHAKE.with("status.conditions", condition("Progressing", "timed out"))
                        .manifest())
                .with(POD.waiting("ImagePullBackOff", "not found").manifest());

        assertThat(verdict()).isInstanceOf(Verdict.Failed.class);
        assertThat(verdict().reason()).startsWith("the cluster gave up waiting for the pod: image");
    }

    @Test
    void itsServiceMustBeAllocated() throws Exception {
        site.with(SHAKE.manifest(), POD.manifest());
        assertThat(module.verify(Shakes.withService(), world).reason())
                .isEqualTo("Service \"redis-shake-sync-0\" does not exist");

        site.with(service(Map.of("clusterIP", "10.96.0.9", "ports", List.of(Map.of("port", 6379)))));
        assertThat(module.verify(Shakes.withService(), world)).isInstanceOf(Verdict.Waiting.class);

        Map<String, Integer> port = Map.of("port", 6379, "nodePort", 30001);
        site.with(service(Map.of("clusterIP", "10.96.0.9", "ports", List.of(port))));
        assertThat(module.verify(Shakes.withService(), world)).isInstanceOf(Verdict.Ready.class);
    }

    private Verdict verdict() throws Exception {
        return module.verify(Shakes.sync(), world);
    }

    private String waiting() throws Exception {
        assertThat(verdict()).isInstanceOf(Verdict.Waiting.class);
        return verdict().reason();
    }

    private static List<Map<String, String>> condition(String type, String message) {
        return List.of(
                Map.of("type", type, "status", "True", "reason", "ProgressDeadlineExceeded", "message", message));
    }

    private static Manifest service(Map<String, Object> spec) {
        return Manifest.of(new ObjectRef(Kind.SERVICE, "redis-b", "redis-shake-sync-0"), Map.of("spec", spec));
    }
}
