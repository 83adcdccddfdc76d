// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.spi.Desired;
import io.shakebook.spi.Output;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.diagnostic.InvalidArgument;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.kube.Port;
import io.shakebook.spi.kube.ServiceName;
import io.shakebook.spi.kube.ServiceType;
import io.shakebook.spi.value.Bound;
import io.shakebook.testkit.world.FakeClusterView;
import io.shakebook.testkit.world.FakeWorld;
import io.shakebook.testkit.world.SamplePod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ServiceModuleTest {
    private static final Map<String, String> LEADER = Map.of("role", "leader", "app", "redis-a");

    private final ServiceModule module = new ServiceModule();
    private final FakeClusterView site = new FakeClusterView("site-a");
    private final FakeWorld world = new FakeWorld(site, "redis-a");

    @Test
    void wantsTheProceduresNodePortService() {
        Desired<ServiceOutputs> desired = module.want(nodePort(Optional.of(1)), world);

        assertThat(((Wanted.Present) desired.wanted().get(0)).manifest().tree())
                .isEqualTo(Manifest.of(
                                new ObjectRef(Kind.SERVICE, "redis-a", "front"),
                                Map.of(
                                        "metadata",
                                        Map.of("labels", Map.of("app.kubernetes.io/managed-by", "shakebook")),
                                        "spec",
                                        Map.of(
                                                "type",
                                                "NodePort",
                                                "ports",
                                                List.of(Map.of("port", 6379, "targetPort", 6379, "protocol", "TCP")),
                                                "selector",
                                                LEADER)))
                        .tree());
    }

    @Test
    void theNodePortIsReadFromTheObjectsOwnPort() {
        Output<Integer> nodePort =
                module.want(nodePort(Optional.of(1)), world).outputs().nodePort();

        assertThat(nodePort).isInstanceOfSatisfying(Output.Field.class, field -> {
            assertThat(field.bound()).isEqualTo(Bound.between(30000, 32767));
            assertThat(live(31865).at(field.path())).contains(31865L);
        });
    }

    @Test
    void aClusterIpServiceSaysThatItHasNoNodePort() {
        Output<Integer> nodePort = module.want(clusterIp(), world).outputs().nodePort();

        assertThat(((Output.Field<Integer>) nodePort).bound()).isEqualTo(Bound.ANY);
    }

    @Test
    void isReadyWhenExactlyTheLeaderStandsBehindIt() throws Exception {
        site.with(live(31865), pod("redis-a-leader-0", LEADER).manifest());

        Verdict verdict = module.verify(nodePort(Optional.of(1)), world);

        assertThat(verdict).isInstanceOf(Verdict.Ready.class);
        assertThat(verdict.reason()).contains("\"redis-a-leader-0\"");
    }

    @Test
    void waitsForTheNodePort() throws Exception {
        site.with(withoutNodePort(), pod("redis-a-leader-0", LEADER).manifest());

        assertThat(waiting(nodePort(Optional.of(1)))).isEqualTo("Service \"front\" has no node port yet");
        assertThat(module.verify(clusterIp(), world)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void aSelectorThatNoPodHasNamesTheNearestPodAndWhatItLacks() throws Exception {
        site.with(
                live(31865),
                pod("redis-a-follower-0", Map.of("role", "follower", "app", "redis-a"))
                        .manifest());

        assertThat(waiting(nodePort(Optional.empty())))
                .isEqualTo("no pod has the labels app=redis-a, role=leader;"
                        + " the nearest, \"redis-a-follower-0\", lacks role=leader");
    }

    @Test
    void aPodThatIsNotReadyIsNamed() throws Exception {
        site.with(live(31865), pod("redis-a-leader-0", LEADER).notReady().manifest());

        assertThat(waiting(nodePort(Optional.empty())))
                .isEqualTo("0 of 1 pods behind it are ready: \"redis-a-leader-0\" is not ready");
    }

    @Test
    void aTerminatingPodDoesNotCount() throws Exception {
        site.with(live(31865), pod("redis-a-leader-0", LEADER).terminating().manifest());

        assertThat(waiting(nodePort(Optional.empty()))).contains("\"redis-a-leader-0\" (terminating)");
    }

    @Test
    void anEvictedPodIsAsGoodAsGone() throws Exception {
        Map<String, String> evicted = Map.of("phase", "Failed");
        site.with(live(31865), pod("old", LEADER).with("status", evicted).manifest());

        assertThat(waiting(nodePort(Optional.empty()))).isEqualTo("no pod has the labels app=redis-a, role=leader");
    }

    @Test
    void moreReadyPodsThanThereShouldBeAreNamed() throws Exception {
        site.with(live(31865), pod("a", LEADER).manifest(), pod("b", LEADER).manifest());

        assertThat(waiting(nodePort(Optional.of(1))))
                .isEqualTo("the selector matches 2 ready pods where it should match 1: \"a\", \"b\"");
        assertThat(module.verify(nodePort(Optional.empty()), world)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void aHeadlessServiceOfThatNameCannotHeal() throws Exception {
        site.with(service(Map.of("clusterIP", "None")));

        assertThat(module.verify(clusterIp(), world)).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void aMissingServiceIsWaitedFor() throws Exception {
        assertThat(waiting(clusterIp())).isEqualTo("Service \"front\" does not exist");
    }

    @Test
    void anEmptySelectorIsRefused() {
        assertThatThrownBy(() -> args(ServiceType.CLUSTER_IP, Map.of(), Optional.empty()))
                .isInstanceOfSatisfying(
                        InvalidArgument.class,
                        wrong -> assertThat(wrong.component()).isEqualTo("selector"));
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(StepModule.class)).hasAtLeastOneElementOfType(ServiceModule.class);
    }

    private String waiting(ServiceArgs args) throws Exception {
        Verdict verdict = module.verify(args, world);
        assertThat(verdict).isInstanceOf(Verdict.Waiting.class);
        return verdict.reason();
    }

    private static ServiceArgs nodePort(Optional<Integer> readyPods) {
        return args(ServiceType.NODE_PORT, LEADER, readyPods);
    }

    private static ServiceArgs clusterIp() {
        return args(ServiceType.CLUSTER_IP, LEADER, Optional.empty());
    }

    private static ServiceArgs args(ServiceType type, Map<String, String> selector, Optional<Integer> readyPods) {
        ServiceName name = new ServiceName("front");
        Port port = new Port(6379);
        return new ServiceArgs(name, type, port, Optional.empty(), Optional.empty(), selector, Map.of(), readyPods);
    }

    private static SamplePod pod(String name, Map<String, String> labels) {
        return SamplePod.ready("redis-a", name, labels);
    }

    private static Manifest live(int nodePort) {
        Map<String, Object> port = Map.of("port", 6379, "targetPort", 6379, "protocol", "TCP", "nodePort", nodePort);
        return service(Map.of("clusterIP", "10.96.0.17", "ports", List.of(port)));
    }

    private static Manifest withoutNodePort() {
        Map<String, Object> port = Map.of("port", 6379, "targetPort", 6379, "protocol", "TCP");
        return service(Map.of("clusterIP", "10.96.0.17", "ports", List.of(port)));
    }

    private static Manifest service(Map<String, Object> spec) {
        return Manifest.of(new ObjectRef(Kind.SERVICE, "redis-a", "front"), Map.of("spec", spec));
    }
}
