// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Strategic merge patch, which kubectl sends: lists of objects are merged by their key. */
abstract class StrategicMergeContract extends Rows {
    StrategicMergeContract(ApiServerContract contract) {
        super(contract);
    }

    @BeforeEach
    void makeADeploymentOfTwoContainers() {
        api().post(apps("deployments"), """
                {apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: 'a', labels: {old: 'x'}},
                 spec: {replicas: 0, selector: {matchLabels: {app: 'a'}},
                  template: {metadata: {labels: {app: 'a'}}, spec: {containers: [
                   {name: 'main', image: 'i:1', args: ['x', 'y'], env: [{name: 'E', value: '1'}, {name: 'F', value: '2'}]},
                   {name: 'side', image: 's:1'}]}}}}""").is(201);
    }

    private Answer patch(String containers) {
        return api().patch(
                        ApiClient.STRATEGIC_MERGE_PATCH,
                        apps("deployments/a"),
                        "{spec: {template: {spec: {%s}}}}".formatted(containers))
                .is(200);
    }

    private static List<String> containers(Answer deployment, String field) {
        return deployment.elements("/spec/template/spec/containers").stream()
                .map(container -> container.path(field).asString(""))
                .toList();
    }

    @Test
    void containersAreMergedByName() {
        Answer patched = patch("containers: [{name: 'main', image: 'i:2'}]");
        assertThat(containers(patched, "name")).containsExactly("main", "side");
        assertThat(containers(patched, "image")).containsExactly("i:2", "s:1");
        patched.shows("/spec/template/spec/containers/0/args", "['x', 'y']");
    }

    @Test
    void aListWithoutAKeyIsReplaced() {
        Answer patched = patch("containers: [{name: 'main', args: ['z']}]");
        patched.shows("/spec/template/spec/containers/0/args", "['z']");
    }

    @Test
    void variablesAreMergedByName() {
        Answer patched = patch("containers: [{name: 'main', env: [{name: 'F', value: '9'}, {name: 'G', value: '3'}]}]");
        assertThat(patched.elements("/spec/template/spec/containers/0/env"))
                .extracting(
                        e -> e.path("name").asString("") + "=" + e.path("value").asString(""))
                .containsExactlyInAnyOrder("E=1", "F=9", "G=3");
    }

    @Test
    void anItemIsDeletedByDirective() {
        Answer patched = patch("containers: [{$patch: 'delete', name: 'side'}]");
        assertThat(containers(patched, "name")).containsExactly("main");
    }

    @Test
    void aMapIsReplacedByDirective() {
        Answer patched = api().patch(
                        ApiClient.STRATEGIC_MERGE_PATCH,
                        apps("deployments/a"),
                        "{metadata: {labels: {$patch: 'replace', only: 'x'}}}")
                .is(200);
        patched.shows("/metadata/labels", "{only: 'x'}");
    }

    @Test
    void theOrderThatKubectlSendsIsFollowed() {
        Answer patched = patch("'$setElementOrder/containers': [{name: 'side'}, {name: 'main'}],"
                + " containers: [{name: 'main', image: 'i:2'}]");
        assertThat(containers(patched, "name")).containsExactly("side", "main");
        assertThat(containers(patched, "image")).containsExactly("s:1", "i:2");
    }

    @Test
    void nullRemovesAField() {
        Answer patched = patch("containers: [{name: 'main', args: null}]");
        assertThat(patched.has("/spec/template/spec/containers/0/args")).isFalse();
    }

    @Test
    void portsOfAServiceAreMergedByPort() {
        api().post(core("services"), Samples.service("name: 'a'", "")).is(201);
        Answer patched = api().patch(
                        ApiClient.STRATEGIC_MERGE_PATCH,
                        core("services/a"),
                        "{spec: {ports: [{port: 6379, targetPort: 7000}, {name: 'bus', port: 16379}]}}")
                .is(200);
        assertThat(patched.elements("/spec/ports"))
                .extracting(port -> port.path("name").asString("") + " "
                        + port.path("targetPort").asInt())
                .containsExactlyInAnyOrder("redis 7000", "bus 16379");
    }

    @Test
    void aChangedTemplateRaisesTheGenerationAndALabelDoesNot() {
        assertThat(patch("containers: [{name: 'main', image: 'i:2'}]").value("/metadata/generation"))
                .isEqualTo("2");
        Answer labelled = api().patch(
                        ApiClient.STRATEGIC_MERGE_PATCH, apps("deployments/a"), "{metadata: {labels: {l: 'x'}}}")
                .is(200);
        assertThat(labelled.value("/metadata/generation")).isEqualTo("2");
    }
}
