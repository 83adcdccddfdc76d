// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Ability;
import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deployments and StatefulSets make pods; stopped means that no pod is left, whatever the status says. */
abstract class WorkloadContract extends Rows {
    WorkloadContract(ApiServerContract contract) {
        super(contract);
    }

    @BeforeEach
    void controllersRun() {
        needs(Ability.CONTROLLERS);
    }

    private Kubelet kubelet() {
        return new Kubelet(api(), can(Ability.PODS));
    }

    private Answer apply(String spec) {
        return api().apply(US, apps("deployments/a"), Samples.deployment("name: 'a'", spec));
    }

    private void scale(int replicas) {
        api().patch(ApiClient.MERGE_PATCH, apps("deployments/a/scale"), "{spec: {replicas: " + replicas + "}}")
                .is(200);
    }

    private Answer pods() {
        return api().get(core("pods")).is(200);
    }

    private Answer deployment() {
        return api().get(apps("deployments/a")).is(200);
    }

    private String pod(String name) {
        return core("pods/" + name);
    }

    /** Waits for so many pods and gives their names. */
    private List<String> podsWhenThereAre(int count) {
        return eventually()
                .get(count + " pods", this::pods, answer -> answer.names().size() == count)
                .names();
    }

    private static List<String> leaving(Answer pods) {
        return pods.elements("/items").stream()
                .filter(pod -> !pod.at("/metadata/deletionTimestamp").isMissingNode())
                .map(pod -> pod.at("/metadata/name").asString(""))
                .toList();
    }

    /** A Deployment with one pod on a node, ready. */
    private String runningPod(String spec) {
        apply(spec).is(201);
        String name = podsWhenThereAre(1).get(0);
        kubelet().makeReady(pod(name));
        eventually()
                .get(
                        "ready",
                        this::deployment,
                        d -> d.value("/status/readyReplicas").equals("1"));
        return name;
    }

    @Test
    void aDeploymentMakesAReplicaSetThatMakesPods() {
        apply("replicas: 2").is(201);
        List<String> pods = podsWhenThereAre(2);
        Answer sets = api().get(apps("replicasets")).is(200);
        assertThat(sets.names()).hasSize(1);
        assertThat(sets.value("/items/0/metadata/ownerReferences/0/kind")).isEqualTo("Deployment");
        assertThat(sets.value("/items/0/metadata/ownerReferences/0/controller")).isEqualTo("true");
        Answer pod = api().get(pod(pods.get(0))).is(200);
        assertThat(pod.value("/metadata/ownerReferences/0/name"))
                .isEqualTo(sets.names().get(0));
        assertThat(pod.value("/metadata/labels/app")).isEqualTo("a");
        assertThat(sets.names().get(0)).isEqualTo("a-" + pod.value("/metadata/labels/pod-template-hash"));
        assertThat(pods.get(0)).startsWith(sets.names().get(0) + "-");
    }

    @Test
    void aDeploymentSaysWhichGenerationItHasSeen() {
        apply("replicas: 0").is(201);
        scale(1);
        Answer seen = eventually()
                .get(
                        "observed",
                        this::deployment,
                        d -> d.value("/status/observedGeneration").equals("2"));
        assertThat(seen.value("/metadata/generation")).isEqualTo("2");
    }

    @Test
    void aDeploymentIsAvailableWhenItsPodsAreReady() {
        String pod = runningPod("replicas: 1");
        Answer live = eventually()
                .get(
                        "available",
                        this::deployment,
                        d -> d.value("/status/availableReplicas").equals("1"));
        assertThat(live.value("/status/replicas")).isEqualTo("1");
        assertThat(live.value("/status/updatedReplicas")).isEqualTo("1");
        assertThat(live.elements("/status/conditions"))
                .extracting(
                        c -> c.path("type").asString() + "=" + c.path("status").asString())
                .contains("Available=True");
        assertThat(api().get(pod(pod)).value("/status/phase")).isEqualTo("Running");
    }

    @Test
    void zeroReplicasAreReportedWhileTheOldPodIsStillThere() {
        String pod = runningPod("replicas: 1");
        scale(0);
        Answer reported = eventually()
                .get(
                        "no replicas",
                        this::deployment,
                        d -> d.value("/status/observedGeneration").equals("2") && !d.has("/status/replicas"));
        assertThat(reported.value("/status/terminatingReplicas")).isEqualTo("1");
        assertThat(leaving(pods())).containsExactly(pod);
        kubelet().letGo(pod(pod));
        podsWhenThereAre(0);
        eventually()
                .get(
                        "none terminating",
                        this::deployment,
                        d -> d.at("/status/terminatingReplicas").asInt(0) == 0);
    }

    @Test
    void recreateDoesNotKeepAScaledDeploymentFromRunningTwoPods() {
        String old = runningPod("replicas: 1, strategy: {type: 'Recreate'}");
        scale(0);
        eventually().get("leaving", this::pods, answer -> leaving(answer).contains(old));
        scale(1);
        assertThat(podsWhenThereAre(2)).contains(old);
        kubelet().letGo(pod(old));
        assertThat(podsWhenThereAre(1)).doesNotContain(old);
    }

    @Test
    void recreateWaitsForTheOldPodWhenTheTemplateChanges() {
        String old = runningPod("replicas: 1, strategy: {type: 'Recreate'}");
        api().patch(ApiClient.STRATEGIC_MERGE_PATCH, apps("deployments/a"), """
                        {spec: {template: {metadata: {annotations: {config: '2'}}}}}""").is(200);
        Answer during = eventually()
                .get("leaving", this::pods, answer -> leaving(answer).contains(old));
        assertThat(during.names()).containsExactly(old);
        kubelet().letGo(pod(old));
        List<String> after = eventually()
                .get(
                        "another pod",
                        this::pods,
                        answer -> !answer.names().isEmpty() && !answer.names().contains(old))
                .names();
        assertThat(after).hasSize(1);
    }

    @Test
    void aChangedConfigMapLeavesThePodAlone() {
        api().apply(US, core("configmaps/c"), Samples.configMap("name: 'c'", "k: '1'"))
                .is(201);
        String pod = runningPod("replicas: 1");
        String uid = api().get(pod(pod)).uid();
        api().apply(US, core("configmaps/c"), Samples.configMap("name: 'c'", "k: '2'"))
                .is(200);
        scale(2);
        podsWhenThereAre(2);
        assertThat(api().get(pod(pod)).is(200).uid()).isEqualTo(uid);
        assertThat(leaving(pods())).isEmpty();
    }

    @Test
    void aDeletedPodIsReplaced() {
        apply("replicas: 1").is(201);
        String old = podsWhenThereAre(1).get(0);
        api().delete(pod(old), "{gracePeriodSeconds: 0}").is(200);
        eventually()
                .get(
                        "another",
                        this::pods,
                        answer -> answer.names().size() == 1 && !answer.names().contains(old));
    }

    @Test
    void aDeletedDeploymentTakesItsPodsWithIt() {
        apply("replicas: 1").is(201);
        podsWhenThereAre(1);
        api().delete(apps("deployments/a"), "{propagationPolicy: 'Background'}").is(200);
        api().get(apps("deployments/a")).is(404);
        podsWhenThereAre(0);
        assertThat(api().get(apps("replicasets")).names()).isEmpty();
    }

    @Test
    void aStatefulSetMakesPodsInOrder() {
        api().apply(US, apps("statefulsets/a"), """
                        {apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: {name: 'a'},
                         spec: {replicas: 2, serviceName: 'a', selector: {matchLabels: {app: 'a'}},
                          template: {metadata: {labels: {app: 'a'}}, spec: {containers: [{name: 'main', image: 'i'}]}}}}""").is(201);
        eventually().get("the first", this::pods, answer -> answer.names().contains("a-0"));
        kubelet().makeReady(pod("a-0"));
        assertThat(podsWhenThereAre(2)).containsExactly("a-0", "a-1");
        kubelet().makeReady(pod("a-1"));
        eventually()
                .get(
                        "both ready",
                        () -> api().get(apps("statefulsets/a")),
                        set -> set.value("/status/readyReplicas").equals("2"));
        assertThat(api().get(pod("a-1")).value("/metadata/labels/statefulset.kubernetes.io~1pod-name"))
                .isEqualTo("a-1");
    }

    @Test
    void aPodBecomesReadyAndTakesTimeToGo() {
        needs(Ability.PODS);
        apply("replicas: 1").is(201);
        String pod = podsWhenThereAre(1).get(0);
        Answer ready = eventually()
                .get(
                        "running",
                        () -> api().get(pod(pod)),
                        p -> p.value("/status/phase").equals("Running"));
        assertThat(ready.value("/spec/nodeName")).isNotEmpty();
        assertThat(ready.value("/status/podIP")).isNotEmpty();
        scale(0);
        eventually().get("leaving", this::pods, answer -> leaving(answer).contains(pod));
        podsWhenThereAre(0);
    }
}
