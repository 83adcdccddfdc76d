// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Server-side apply: what is created, changed, removed and refused. */
abstract class ApplyContract extends Rows {
    ApplyContract(ApiServerContract contract) {
        super(contract);
    }

    @Test
    void applyingAMissingObjectCreatesIt() {
        Answer created = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "k: '1'"))
                .is(201);
        assertThat(created.value("/data/k")).isEqualTo("1");
        assertThat(created.value("/metadata/namespace")).isEqualTo(namespace());
        assertThat(created.value("/metadata/creationTimestamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(created.uid()).isNotEmpty();
        assertThat(api().get(core("configmaps/a")).is(200).body()).isEqualTo(created.body());
    }

    @Test
    void applyingTheSameAgainWritesNothing() {
        String body = Samples.configMap("name: 'a', labels: {app: 'x'}", "k: '1'");
        Answer first = api().apply(US, core("configmaps/a"), body).is(201);
        Answer second = api().apply(US, core("configmaps/a"), body).is(200);
        assertThat(second.resourceVersion()).isEqualTo(first.resourceVersion());
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void applyingTheSameWorkloadAgainWritesNothing() {
        String body = Samples.deployment("name: 'a'", "replicas: 1");
        Answer first = api().apply(US, apps("deployments/a?dryRun=All"), body).is(201);
        api().apply(US, apps("deployments/a"), body).is(201);
        Answer before = api().get(apps("deployments/a")).is(200);
        Answer second = api().apply(US, apps("deployments/a"), body).is(200);
        assertThat(second.value("/metadata/generation")).isEqualTo("1");
        assertThat(second.owners()).contains(before.owners().get(0));
        assertThat(second.at("/spec")).isEqualTo(first.at("/spec"));
    }

    @Test
    void applyingAnotherValueChangesTheVersionAndNotTheUid() {
        Answer first = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "k: '1'"))
                .is(201);
        Answer second = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "k: '2'"))
                .is(200);
        assertThat(second.value("/data/k")).isEqualTo("2");
        assertThat(second.resourceVersion()).isNotEqualTo(first.resourceVersion());
        assertThat(second.uid()).isEqualTo(first.uid());
    }

    @Test
    void aKeyThatOnlyWeOwnAndNoLongerSendIsRemoved() {
        api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "k: '1', gone: '2'"))
                .is(201);
        Answer second = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "k: '1'"))
                .is(200);
        assertThat(second.has("/data/gone")).isFalse();
        assertThat(second.value("/data/k")).isEqualTo("1");
    }

    @Test
    void aKeyThatAnotherOwnsTooStaysWhenWeNoLongerSendIt() {
        api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "k: '1', shared: '2'"))
                .is(201);
        api().apply("other", core("configmaps/a"), Samples.configMap("name: 'a'", "shared: '2'"))
                .is(200);
        Answer third = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "k: '1'"))
                .is(200);
        assertThat(third.value("/data/shared")).isEqualTo("2");
    }

    @Test
    void aKeyThatAnotherHasSetAndWeNeverSentStays() {
        api().post(core("configmaps"), Samples.configMap("name: 'a', labels: {theirs: 'x'}", "theirs: '1'"))
                .is(201);
        Answer applied = api().apply(
                        US, core("configmaps/a"), Samples.configMap("name: 'a', labels: {ours: 'y'}", "ours: '2'"))
                .is(200);
        applied.shows("/data", "{ours: '2', theirs: '1'}");
        applied.shows("/metadata/labels", "{ours: 'y', theirs: 'x'}");
    }

    @Test
    void aPartialApplyByTheSameManagerDropsTheFieldsLeftOut() {
        api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a', labels: {l: 'x'}", "k: '1', m: '2'"))
                .is(201);
        Answer partial = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "m: '2'"))
                .is(200);
        assertThat(partial.has("/metadata/labels")).isFalse();
        partial.shows("/data", "{m: '2'}");
    }

    @Test
    void aPartialApplyThatWouldDropRequiredFieldsIsRefused() {
        api().apply(US, apps("deployments/a"), Samples.deployment("name: 'a'", "replicas: 0"))
                .is(201);
        Answer partial = api().apply(
                        US,
                        apps("deployments/a"),
                        "{apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: 'a'}, spec: {replicas: 1}}")
                .is(422);
        assertThat(partial.reason()).isEqualTo("Invalid");
        assertThat(partial.causes()).extracting(Answer.Cause::field).contains("spec.selector");
        assertThat(api().get(apps("deployments/a")).value("/spec/replicas")).isEqualTo("0");
    }

    @Test
    void itemsOfAKeyedListBelongToTheManagersThatSentThem() {
        api().apply(US, core("services/a"), Samples.service("name: 'a'", "")).is(201);
        Answer both = api().apply("other", core("services/a"), """
                        {apiVersion: 'v1', kind: 'Service', metadata: {name: 'a'},
                         spec: {ports: [{name: 'sentinel', port: 26379}]}}""").is(200);
        assertThat(both.elements("/spec/ports"))
                .extracting(p -> p.path("name").asString(""))
                .containsExactlyInAnyOrder("redis", "sentinel");
        Answer without = api().apply("other", core("services/a"), """
                        {apiVersion: 'v1', kind: 'Service', metadata: {name: 'a'}, spec: {ports: []}}""").is(200);
        assertThat(without.elements("/spec/ports"))
                .extracting(p -> p.path("name").asString(""))
                .containsExactly("redis");
    }

    @Test
    void theBodyMayBeYaml() {
        String yaml = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  file: |\n    one\n    two\n";
        Answer applied = api().send(
                        "PATCH",
                        ApiClient.with(core("configmaps/a"), "fieldManager", US),
                        Map.of("Content-Type", ApiClient.APPLY),
                        yaml)
                .is(201);
        assertThat(applied.value("/data/file")).isEqualTo("one\ntwo\n");
    }

    @Test
    void anUnknownFieldIsAnInternalErrorThatNoRetryWillHeal() {
        String body = "{apiVersion: 'v1', kind: 'Service', metadata: {name: 'a'},"
                + " spec: {typo: 1, ports: [{port: 6379}]}}";
        for (String query : new String[] {"", "?fieldValidation=Strict", "?dryRun=All"}) {
            Answer refused = api().apply(US, core("services/a" + query), body).is(500);
            assertThat(refused.reason()).isEmpty();
            assertThat(refused.message())
                    .isEqualTo("failed to create typed patch object (/a; /v1, Kind=Service):"
                            + " .spec.typo: field not declared in schema");
        }
        api().get(core("services/a")).is(404);
    }

    @Test
    void managedFieldsInTheBodyAreRefused() {
        Answer refused = api().apply(
                        US, core("configmaps/a"), Samples.configMap("name: 'a', managedFields: [{manager: 'x'}]", ""))
                .is(400);
        assertThat(refused.message()).contains("metadata.managedFields must be nil");
    }

    @Test
    void aFieldManagerMustBeNamed() {
        Answer refused = api().patch(ApiClient.APPLY, core("configmaps/a"), Samples.configMap("name: 'a'", ""))
                .is(422);
        assertThat(refused.causes())
                .contains(new Answer.Cause(
                        "FieldValueRequired", "fieldManager", "Required value: is required for apply patch"));
    }

    @Test
    void anotherNameInTheBodyThanInThePathIsRefused() {
        Answer refused = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'b'", ""))
                .is(400);
        assertThat(refused.reason()).isEqualTo("BadRequest");
    }

    @Test
    void applyingIntoAMissingNamespaceIsNotFound() {
        Answer refused = api().apply(US, "/api/v1/namespaces/nope/configmaps/a", Samples.configMap("name: 'a'", ""))
                .is(404);
        assertThat(refused.message()).isEqualTo("namespaces \"nope\" not found");
    }

    @Test
    void aFieldThatWeNoLongerSendFallsBackToItsDefault() {
        api().apply(US, apps("deployments/a"), Samples.deployment("name: 'a'", "replicas: 3"))
                .is(201);
        Answer without = api().apply(US, apps("deployments/a"), Samples.deploymentWithoutReplicas("name: 'a'"))
                .is(200);
        assertThat(without.value("/spec/replicas")).isEqualTo("1");
    }

    @Test
    void twoItemsWithOneKeyAreAnInternalErrorToo() {
        Answer refused = api().apply(US, core("services/a"), """
                        {apiVersion: 'v1', kind: 'Service', metadata: {name: 'a'},
                         spec: {ports: [{name: 'x', port: 1}, {name: 'y', port: 1}]}}""").is(500);
        assertThat(refused.message()).contains(".spec.ports: duplicate entries for key [port=1,protocol=\"TCP\"]");
    }

    @Test
    void nullIsAValueLikeAnAbsentOne() {
        Answer made = api().apply(
                        US,
                        core("configmaps/a"),
                        "{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'a', labels: null}, data: {k: '1'}}")
                .is(201);
        assertThat(made.has("/metadata/labels")).isFalse();
    }
}
