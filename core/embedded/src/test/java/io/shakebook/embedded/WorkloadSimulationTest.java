// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.Watch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** What the control plane makes of workloads: each takes its time, and can be made to fail. */
@Execution(ExecutionMode.CONCURRENT)
class WorkloadSimulationTest {
    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/default/deployments";
    private static final String SETS = "/apis/apps/v1/namespaces/default/replicasets";
    private static final String PODS = "/api/v1/namespaces/default/pods";
    private static final String EVENTS = "/api/v1/namespaces/default/events";

    @TempDir
    private Path folder;

    private Optional<EmbeddedCluster> cluster = Optional.empty();

    @BeforeEach
    void open() throws Exception {
        cluster = Optional.of(EmbeddedCluster.open(folder, Seed.empty(), Clusters.quick("site-a")));
    }

    @AfterEach
    void close() throws Exception {
        cluster.orElseThrow().close();
    }

    private ApiClient api() {
        return Clusters.client(cluster.orElseThrow().url());
    }

    private Answer eventually(String what, String path, Predicate<Answer> right) {
        ApiClient api = api();
        return Clusters.EVENTUALLY.get(what, () -> api.get(path), right);
    }

    private void make(String metadata, String spec) {
        api().post(DEPLOYMENTS, Clusters.deployment("a", metadata, spec)).is(201);
    }

    private void annotate(String annotations) {
        make("annotations: {" + annotations + "}", "replicas: 1");
    }

    private Answer pod(String what, Predicate<JsonNode> right) {
        return eventually(what, PODS, pods -> pods.elements("/items").stream().anyMatch(right));
    }

    private static String waiting(JsonNode pod) {
        return pod.at("/status/containerStatuses/0/state/waiting/reason").asString("");
    }

    private static boolean isReady(Answer deployment) {
        return deployment.value("/status/readyReplicas").equals(deployment.value("/spec/replicas"));
    }

    @Test
    void aPodIsNotReadyAtOnceAndPassesThroughItsStages() {
        try (var watch = api().watch(PODS)) {
            make("labels: {x: 'y'}", "replicas: 1");
            assertThat(watch.next().object().at("/status/phase").asString("")).isEqualTo("Pending");
            eventually("ready", DEPLOYMENTS + "/a", WorkloadSimulationTest::isReady);
        }
        Answer events = api().get(EVENTS);
        assertThat(events.elements("/items"))
                .extracting(event -> event.path("reason").asString(""))
                .contains("Scheduled", "Pulled", "Started");
    }

    @Test
    void aPodThatIsReadyBeforeAnybodyLookedTellsOfItsStartAllTheSame() {
        annotate("'embedded.shakebook.io/ready-after': '0s'");
        eventually("ready", DEPLOYMENTS + "/a", WorkloadSimulationTest::isReady);
        assertThat(api().get(EVENTS).elements("/items"))
                .extracting(event -> event.path("reason").asString(""))
                .contains("Scheduled", "Pulled", "Started");
    }

    @Test
    void scaledDownPodsStayForAWhileAsTerminating() {
        annotate("'embedded.shakebook.io/gone-after': '2s'");
        eventually("ready", DEPLOYMENTS + "/a", WorkloadSimulationTest::isReady);
        api().patch(ApiClient.MERGE_PATCH, DEPLOYMENTS + "/a/scale", "{spec: {replicas: 0}}")
                .is(200);
        Answer down = eventually(
                "it reports none",
                DEPLOYMENTS + "/a",
                found -> found.value("/status/terminatingReplicas").equals("1"));
        assertThat(down.has("/status/replicas")).isFalse();
        assertThat(api().get(PODS).elements("/items")).hasSize(1);
        eventually("gone", PODS, pods -> pods.names().isEmpty());
    }

    @Test
    void startedAgainWhileTheOldPodTerminatesTwoPodsAreThere() {
        make("annotations: {'embedded.shakebook.io/gone-after': '3s'}", "replicas: 1, strategy: {type: 'Recreate'}");
        eventually("ready", DEPLOYMENTS + "/a", WorkloadSimulationTest::isReady);
        String scale = DEPLOYMENTS + "/a/scale";
        api().patch(ApiClient.MERGE_PATCH, scale, "{spec: {replicas: 0}}").is(200);
        pod("terminating", pod -> pod.path("metadata").has("deletionTimestamp"));
        api().patch(ApiClient.MERGE_PATCH, scale, "{spec: {replicas: 1}}").is(200);
        eventually("a second pod", PODS, pods -> pods.names().size() == 2);
    }

    @Test
    void aChangedTemplateWithRecreateWaitsUntilTheOldPodsAreGone() {
        make("labels: {x: 'y'}", "replicas: 1, strategy: {type: 'Recreate'}");
        eventually("ready", DEPLOYMENTS + "/a", WorkloadSimulationTest::isReady);
        String old = api().get(PODS).names().get(0);
        try (var watch =
                api().watch(PODS + "?resourceVersion=" + api().get(PODS).resourceVersion())) {
            api().patch(
                            ApiClient.MERGE_PATCH,
                            DEPLOYMENTS + "/a",
                            "{spec: {template: {metadata: {annotations: {v: '2'}}}}}")
                    .is(200);
            Watch.Event event = watch.next();
            while (event.what().equals("MODIFIED " + old)) {
                event = watch.next();
            }
            assertThat(event.what()).isEqualTo("DELETED " + old);
        }
        Answer again = eventually("ready again", DEPLOYMENTS + "/a", WorkloadSimulationTest::isReady);
        assertThat(again.value("/metadata/annotations/deployment.kubernetes.io~1revision"))
                .isEqualTo("2");
        assertThat(api().get(SETS).names()).hasSize(2);
    }

    @Test
    void aRollingUpdateNeverLacksMoreThanItMay() {
        make("labels: {x: 'y'}", "replicas: 3, strategy: {rollingUpdate: {maxUnavailable: 0, maxSurge: 1}}");
        eventually("ready", DEPLOYMENTS + "/a", WorkloadSimulationTest::isReady);
        api().patch(
                        ApiClient.MERGE_PATCH,
                        DEPLOYMENTS + "/a",
                        "{spec: {template: {metadata: {annotations: {v: '2'}}}}}")
                .is(200);
        eventually("rolled out", DEPLOYMENTS + "/a", found -> {
            assertThat(found.at("/status/readyReplicas").asInt(0)).isGreaterThanOrEqualTo(3);
            return found.value("/status/updatedReplicas").equals("3")
                    && found.value("/status/replicas").equals("3");
        });
    }

    @Test
    void aDeletedPodIsReplaced() {
        make("labels: {x: 'y'}", "replicas: 1");
        eventually("ready", DEPLOYMENTS + "/a", WorkloadSimulationTest::isReady);
        String first = api().get(PODS).names().get(0);
        api().delete(PODS + "/" + first).is(200);
        eventually(
                "another pod alone",
                PODS,
                pods -> pods.names().size() == 1 && !pods.names().contains(first));
    }

    @Test
    void anImageThatCannotBePulledIsSaidInStatusAndEvents() {
        annotate("'embedded.shakebook.io/fail': 'ImagePullBackOff'");
        pod("backs off", pod -> waiting(pod).equals("ImagePullBackOff"));
        eventually("the event", EVENTS, events -> events.text().contains("Failed to pull image"));
    }

    @Test
    void aCrashLoopCountsRestartsAndShowsTheExitCode() {
        annotate("'embedded.shakebook.io/fail': 'CrashLoopBackOff:2'");
        Answer pods = pod(
                "crashes twice",
                pod -> waiting(pod).equals("CrashLoopBackOff")
                        && pod.at("/status/containerStatuses/0/restartCount").asInt(0) >= 1);
        assertThat(pods.value("/items/0/status/containerStatuses/0/lastState/terminated/exitCode"))
                .isEqualTo("2");
        String name = pods.names().get(0);
        assertThat(api().get(PODS + "/" + name + "/log").is(200).text()).contains("exit code 2");
    }

    @Test
    void anUnschedulablePodGetsItsNodeWhenTheFaultIsTakenAway() {
        annotate("'embedded.shakebook.io/fail': 'Unschedulable'");
        pod(
                "unschedulable",
                pod -> pod.at("/status/conditions/0/reason").asString("").equals("Unschedulable"));
        api().patch(
                        ApiClient.MERGE_PATCH,
                        DEPLOYMENTS + "/a",
                        "{metadata: {annotations: {'embedded.shakebook.io/fail': null}}}")
                .is(200);
        eventually("ready", DEPLOYMENTS + "/a", WorkloadSimulationTest::isReady);
    }

    @Test
    void aMissingConfigMapKeepsThePodFromStartingUntilItIsThere() {
        api().post(DEPLOYMENTS, """
                {apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: 'a'},
                 spec: {selector: {matchLabels: {app: 'a'}}, template: {metadata: {labels: {app: 'a'}},
                   spec: {containers: [{name: 'main', image: 'x:1', volumeMounts: [{name: 'c', mountPath: '/etc/sync'}]}],
                          volumes: [{name: 'c', configMap: {name: 'redis-sync-0'}}]}}}}""").is(201);
        eventually("the event", EVENTS, events -> events.text().contains("configmap \\\"redis-sync-0\\\" not found"));
        pod("waits", pod -> waiting(pod).equals("ContainerCreating"));
        api().post("/api/v1/namespaces/default/configmaps", Clusters.configMap("redis-sync-0", "1"))
                .is(201);
        eventually("ready", DEPLOYMENTS + "/a", WorkloadSimulationTest::isReady);
    }

    @Test
    void aServiceListsItsReadyPods() {
        make("labels: {x: 'y'}", "replicas: 2");
        api().post("/api/v1/namespaces/default/services", """
                {apiVersion: 'v1', kind: 'Service', metadata: {name: 'a'},
                 spec: {selector: {app: 'a'}, ports: [{port: 6379}]}}""").is(201);
        Answer endpoints = eventually(
                "both",
                "/api/v1/namespaces/default/endpoints/a",
                found -> found.elements("/subsets/0/addresses").size() == 2);
        assertThat(endpoints.value("/subsets/0/ports/0/port")).isEqualTo("6379");
    }

    @Test
    void rolloutsThatWereDueGoOnAtTheNextStart() throws Exception {
        annotate("'embedded.shakebook.io/ready-after': '1s'");
        List<String> before =
                eventually("a pod", PODS, pods -> !pods.names().isEmpty()).names();
        close();
        open();
        eventually("ready", DEPLOYMENTS + "/a", WorkloadSimulationTest::isReady);
        assertThat(api().get(PODS).names()).isEqualTo(before);
    }
}
