// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.FieldOwner;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who owns which field, and who gets a conflict. */
abstract class OwnershipContract extends Rows {
    OwnershipContract(ApiServerContract contract) {
        super(contract);
    }

    @Test
    void anApplyIsOneEntryOfManagedFieldsWithEveryFieldSent() {
        Answer applied = api().apply(
                        US, core("configmaps/a"), Samples.configMap("name: 'a', labels: {l: 'x'}", "k: '1'"))
                .is(201);
        JsonNode entry = applied.at("/metadata/managedFields/0");
        assertThat(applied.owners()).hasSize(1);
        assertThat(entry.path("manager").asString()).isEqualTo(US);
        assertThat(entry.path("operation").asString()).isEqualTo("Apply");
        assertThat(entry.path("apiVersion").asString()).isEqualTo("v1");
        assertThat(entry.path("fieldsType").asString()).isEqualTo("FieldsV1");
        assertThat(entry.path("time").asString()).endsWith("Z");
        applied.owners().get(0).ownsExactly("", "{'f:data': {'f:k': {}}, 'f:metadata': {'f:labels': {'f:l': {}}}}");
    }

    @Test
    void aPostOwnsEveryFieldAndItsParentsByUpdate() {
        Answer created = api().post(core("configmaps?fieldManager=hand"), Samples.configMap("name: 'a'", "k: '1'"))
                .is(201);
        assertThat(created.owners()).extracting(FieldOwner::who).containsExactly("hand Update");
        created.owners().get(0).ownsExactly("", "{'f:data': {'.': {}, 'f:k': {}}}");
    }

    @Test
    void itemsOfAKeyedListAreOwnedByTheirKey() {
        Answer applied = api().apply(US, core("services/a"), Samples.service("name: 'a'", ""))
                .is(201);
        applied.owners().get(0).ownsExactly("/f:spec/f:ports", """
                        {'k:{"port":6379,"protocol":"TCP"}': {'.': {}, 'f:name': {}, 'f:port': {}}}""");
    }

    @Test
    void applyingEqualValuesToAHandMadeObjectSucceedsAndSharesOwnership() {
        Answer made = api().post(core("configmaps?fieldManager=hand"), Samples.configMap("name: 'a'", "k: '1'"))
                .is(201);
        Answer applied = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "k: '1'"))
                .is(200);
        assertThat(applied.owners())
                .extracting(FieldOwner::who)
                .containsExactlyInAnyOrder("hand Update", US + " Apply");
        assertThat(applied.owners()).allMatch(owner -> owner.owns("/f:data/f:k"));
        assertThat(applied.resourceVersion()).isNotEqualTo(made.resourceVersion());
    }

    @Test
    void aHumanWhoPatchesOurFieldIsItsOnlyOwnerAndWeConflict() {
        api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "a: '1', b: '1'"))
                .is(201);
        Answer patched = api().patch(
                        ApiClient.STRATEGIC_MERGE_PATCH,
                        core("configmaps/a?fieldManager=kubectl-patch"),
                        "{data: {a: '2'}}")
                .is(200);
        assertThat(patched.owners())
                .filteredOn(owner -> owner.owns("/f:data/f:a"))
                .extracting(FieldOwner::who)
                .containsExactly("kubectl-patch Update");

        Answer refused = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "a: '1', b: '1'"))
                .is(409);
        assertThat(refused.reason()).isEqualTo("Conflict");
        assertThat(refused.message())
                .isEqualTo("Apply failed with 1 conflict: conflict with \"kubectl-patch\" using v1: .data.a");
        assertThat(refused.causes())
                .containsExactly(new Answer.Cause(
                        "FieldManagerConflict", ".data.a", "conflict with \"kubectl-patch\" using v1"));
    }

    @Test
    void severalConflictsAreNamedTogether() {
        api().post(core("configmaps?fieldManager=hand"), Samples.configMap("name: 'a'", "a: '1', b: '1'"))
                .is(201);
        Answer refused = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "a: '2', b: '2'"))
                .is(409);
        assertThat(refused.causes()).extracting(Answer.Cause::field).containsExactlyInAnyOrder(".data.a", ".data.b");
        assertThat(refused.message())
                .isEqualTo("Apply failed with 2 conflicts: conflicts with \"hand\" using v1:\n- .data.a\n- .data.b");
    }

    @Test
    void anObjectOfClientSideApplyConflicts() {
        api().post(
                        core("configmaps?fieldManager=kubectl-client-side-apply"),
                        Samples.configMap(
                                "name: 'a', annotations: {'kubectl.kubernetes.io/last-applied-configuration': '{}'}",
                                "a: '1'"))
                .is(201);
        Answer refused = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "a: '2'"))
                .is(409);
        assertThat(refused.causes())
                .containsExactly(new Answer.Cause(
                        "FieldManagerConflict", ".data.a", "conflict with \"kubectl-client-side-apply\" using v1"));
    }

    @Test
    void anotherApplierConflictsToo() {
        api().apply("other", core("configmaps/a"), Samples.configMap("name: 'a'", "a: '1'"))
                .is(201);
        Answer refused = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "a: '2'"))
                .is(409);
        assertThat(refused.causes())
                .containsExactly(new Answer.Cause("FieldManagerConflict", ".data.a", "conflict with \"other\""));
    }

    @Test
    void forceTakesTheFieldAndOnlyTheField() {
        api().post(core("configmaps?fieldManager=hand"), Samples.configMap("name: 'a'", "a: '1', b: '1'"))
                .is(201);
        Answer forced = api().applyByForce(US, core("configmaps/a"), Samples.configMap("name: 'a'", "a: '2'"))
                .is(200);
        assertThat(forced.value("/data/a")).isEqualTo("2");
        assertThat(forced.owners())
                .filteredOn(owner -> owner.owns("/f:data/f:a"))
                .extracting(FieldOwner::who)
                .containsExactly(US + " Apply");
        assertThat(forced.owners())
                .filteredOn(owner -> owner.owns("/f:data/f:b"))
                .extracting(FieldOwner::who)
                .containsExactly("hand Update");
    }

    @Test
    void aManagerThatPostedOwnsByUpdateAndConflictsWithItself() {
        api().post(core("configmaps?fieldManager=" + US), Samples.configMap("name: 'a'", "a: '1'"))
                .is(201);
        Answer refused = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "a: '2'"))
                .is(409);
        assertThat(refused.causes())
                .containsExactly(
                        new Answer.Cause("FieldManagerConflict", ".data.a", "conflict with \"" + US + "\" using v1"));
    }

    @Test
    void aManagerWhoseLastFieldIsTakenDisappears() {
        api().apply("other", core("configmaps/a"), Samples.configMap("name: 'a'", "a: '1'"))
                .is(201);
        Answer forced = api().applyByForce(US, core("configmaps/a"), Samples.configMap("name: 'a'", "a: '2'"))
                .is(200);
        assertThat(forced.owners()).extracting(FieldOwner::who).containsExactly(US + " Apply");
    }

    @Test
    void aPutOwnsWhatItChangedAndTakesItFromTheApplier() {
        Answer applied = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "a: '1', b: '1'"))
                .is(201);
        Answer put = api().put(
                        core("configmaps/a?fieldManager=hand"), applied.text().replace("\"a\":\"1\"", "\"a\":\"2\""))
                .is(200);
        assertThat(put.owners())
                .filteredOn(owner -> owner.owns("/f:data/f:a"))
                .extracting(FieldOwner::who)
                .containsExactly("hand Update");
        assertThat(put.owners())
                .filteredOn(owner -> owner.owns("/f:data/f:b"))
                .extracting(FieldOwner::who)
                .containsExactly(US + " Apply");
    }

    @Test
    void theSelectorOfAServiceBelongsToOneManagerAsAWhole() {
        Answer made = api().apply(US, core("services/a"), Samples.service("name: 'a'", ""))
                .is(201);
        made.owners().get(0).ownsExactly("/f:spec/f:selector", "{}");
        Answer refused = api().apply("other", core("services/a"), """
                        {apiVersion: 'v1', kind: 'Service', metadata: {name: 'a'}, spec: {selector: {role: 'leader'}}}""").is(409);
        assertThat(refused.causes()).extracting(Answer.Cause::field).containsExactly(".spec.selector");
        Answer forced = api().applyByForce("other", core("services/a"), """
                        {apiVersion: 'v1', kind: 'Service', metadata: {name: 'a'}, spec: {selector: {role: 'leader'}}}""").is(200);
        forced.shows("/spec/selector", "{role: 'leader'}");
    }

    @Test
    void argumentsOfAContainerAreOneFieldAndVariablesAreOneEach() {
        Answer made = api().apply(
                        US,
                        apps("deployments/a"),
                        Samples.deployment("name: 'a'", "replicas: 0")
                                .replace("image:", "args: ['x', 'y'], env: [{name: 'E', value: '1'}], image:"))
                .is(201);
        String main = "/f:spec/f:template/f:spec/f:containers/k:{\"name\":\"main\"}";
        FieldOwner owner = made.owners().get(0);
        owner.ownsExactly(main + "/f:args", "{}");
        owner.ownsExactly(main + "/f:env", """
                {'k:{"name":"E"}': {'.': {}, 'f:name': {}, 'f:value': {}}}""");
        assertThat(owner.owns(main + "/f:imagePullPolicy")).isFalse();
    }

    @Test
    void whatTheServerDefaultsIsOwnedByNobodyAfterAnApply() {
        Answer made = api().apply(US, core("services/a"), Samples.service("name: 'a'", "type: 'NodePort'"))
                .is(201);
        FieldOwner owner = made.owners().get(0);
        assertThat(owner.owns("/f:spec/f:clusterIP")).isFalse();
        assertThat(owner.fields().toString()).doesNotContain("nodePort");
    }

    @Test
    void aKeyThatAHumanRemovedComesBackWithoutAConflict() {
        String body = Samples.configMap("name: 'a'", "a: '1', b: '1'");
        api().apply(US, core("configmaps/a"), body).is(201);
        api().patch(ApiClient.MERGE_PATCH, core("configmaps/a?fieldManager=hand"), "{data: {a: null}}")
                .is(200);
        api().apply(US, core("configmaps/a"), body).is(200).shows("/data", "{a: '1', b: '1'}");
    }

    @Test
    void aListItemThatAnotherHasAFieldInStaysWhenWeLetGo() {
        api().apply(US, core("services/a"), Samples.service("name: 'a'", "")).is(201);
        api().apply("other", core("services/a"), """
                        {apiVersion: 'v1', kind: 'Service', metadata: {name: 'a'},
                         spec: {ports: [{port: 6379, protocol: 'TCP', appProtocol: 'x/redis'}]}}""").is(200);
        Answer without = api().apply(US, core("services/a"), """
                        {apiVersion: 'v1', kind: 'Service', metadata: {name: 'a'}, spec: {selector: {app: 'redis'}}}""").is(200);
        assertThat(without.value("/spec/ports/0/appProtocol")).isEqualTo("x/redis");
        assertThat(without.has("/spec/ports/0/name")).isFalse();
    }
}
