// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.FieldOwner;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Merge patch and JSON patch, and what holds for every patch. */
abstract class PatchContract extends Rows {
    PatchContract(ApiServerContract contract) {
        super(contract);
    }

    private Answer made() {
        return api().post(core("configmaps?fieldManager=hand"), Samples.configMap("name: 'a'", "k: '1', m: '2'"))
                .is(201);
    }

    private Answer merge(String path, String patch) {
        return api().patch(ApiClient.MERGE_PATCH, path, patch);
    }

    private Answer jsonPatch(String path, String patch) {
        return api().patch(ApiClient.JSON_PATCH, path, patch);
    }

    @Test
    void aMergePatchSetsWhatItNamesAndLeavesTheRest() {
        made();
        Answer patched = merge(core("configmaps/a"), "{data: {k: '9', n: '3'}}").is(200);
        patched.shows("/data", "{k: '9', m: '2', n: '3'}");
    }

    @Test
    void nullInAMergePatchRemoves() {
        made();
        Answer patched = merge(core("configmaps/a"), "{data: {k: null}, metadata: {labels: {absent: null}}}")
                .is(200);
        patched.shows("/data", "{m: '2'}");
        assertThat(merge(core("configmaps/a"), "{data: null}").is(200).has("/data"))
                .isFalse();
    }

    @Test
    void aMergePatchReplacesListsAsAWhole() {
        api().post(apps("deployments"), Samples.deployment("name: 'a'", "replicas: 0"))
                .is(201);
        Answer patched = merge(
                        apps("deployments/a"), "{spec: {template: {spec: {containers: [{name: 'side', image: 'x'}]}}}}")
                .is(200);
        assertThat(patched.elements("/spec/template/spec/containers"))
                .extracting(c -> c.path("name").asString(""))
                .containsExactly("side");
    }

    @Test
    void aJsonPatchAddsReplacesAndRemoves() {
        made();
        Answer patched = jsonPatch(core("configmaps/a"), """
                [{op: 'test', path: '/data/k', value: '1'},
                 {op: 'add', path: '/metadata/labels', value: {'a/b': 'x'}},
                 {op: 'replace', path: '/data/k', value: '9'},
                 {op: 'copy', from: '/data/k', path: '/data/copied'},
                 {op: 'move', from: '/data/m', path: '/data/moved'},
                 {op: 'replace', path: '/metadata/labels/a~1b', value: 'y'}]""").is(200);
        patched.shows("/data", "{copied: '9', k: '9', moved: '2'}");
        patched.shows("/metadata/labels", "{'a/b':'y'}");
        assertThat(jsonPatch(core("configmaps/a"), "[{op: 'remove', path: '/data/k'}]")
                        .is(200)
                        .has("/data/k"))
                .isFalse();
    }

    @Test
    void aJsonPatchWorksOnListsByIndex() {
        api().post(core("services"), Samples.service("name: 'a'", "")).is(201);
        Answer patched = jsonPatch(core("services/a"), """
                [{op: 'add', path: '/spec/ports/-', value: {name: 'last', port: 3}},
                 {op: 'add', path: '/spec/ports/0', value: {name: 'first', port: 1}}]""").is(200);
        assertThat(patched.elements("/spec/ports"))
                .extracting(port -> port.path("name").asString(""))
                .containsExactly("first", "redis", "last");
    }

    @Test
    void aFailedTestOfAJsonPatchIsRefusedAndChangesNothing() {
        Answer before = made();
        Answer refused = jsonPatch(core("configmaps/a"), """
                [{op: 'replace', path: '/data/k', value: '9'}, {op: 'test', path: '/data/m', value: 'other'}]""").is(422);
        assertThat(refused.reason()).isEqualTo("Invalid");
        assertThat(api().get(core("configmaps/a")).body()).isEqualTo(before.body());
    }

    @Test
    void aJsonPatchIntoAMissingParentOrOfAMissingKeyIsRefused() {
        made();
        jsonPatch(core("configmaps/a"), "[{op: 'add', path: '/absent/x', value: '1'}]")
                .is(422);
        jsonPatch(core("configmaps/a"), "[{op: 'remove', path: '/data/absent'}]")
                .is(422);
        jsonPatch(core("configmaps/a"), "[{op: 'test', path: '/data/absent', value: '1'}]")
                .is(422);
    }

    @Test
    void aJsonPatchThatReplacesAMissingKeyAddsIt() {
        made();
        Answer patched = jsonPatch(core("configmaps/a"), "[{op: 'replace', path: '/data/absent', value: '1'}]")
                .is(200);
        assertThat(patched.value("/data/absent")).isEqualTo("1");
    }

    @Test
    void aPatchThatIsNotAPatchIsABadRequest() {
        made();
        jsonPatch(core("configmaps/a"), "{op: 'remove'}").is(400);
        api().send("PATCH", core("configmaps/a"), Map.of("Content-Type", ApiClient.MERGE_PATCH), "{")
                .is(400);
    }

    @Test
    void aPatchThatChangesNothingWritesNothing() {
        Answer before = made();
        Answer after = merge(core("configmaps/a?fieldManager=someone-else"), "{data: {k: '1'}}")
                .is(200);
        assertThat(after.body()).isEqualTo(before.body());
    }

    @Test
    void aPatchWithAStaleVersionIsAConflict() {
        Answer stale = made();
        String patch = "{metadata: {resourceVersion: '" + stale.resourceVersion() + "'}, data: {k: '%s'}}";
        merge(core("configmaps/a"), patch.formatted("2")).is(200);
        Answer refused = merge(core("configmaps/a"), patch.formatted("3")).is(409);
        assertThat(refused.reason()).isEqualTo("Conflict");
        assertThat(api().get(core("configmaps/a")).value("/data/k")).isEqualTo("2");
    }

    @Test
    void aPatchWithAnotherUidIsRefusedAsImmutable() {
        made();
        Answer refused = merge(
                        core("configmaps/a"),
                        "{metadata: {uid: '00000000-0000-4000-8000-000000000000'}, data: {k: '2'}}")
                .is(422);
        assertThat(refused.causes()).extracting(Answer.Cause::field).contains("metadata.uid");
    }

    @Test
    void aPatchOfAMissingObjectIsNotFound() {
        merge(core("configmaps/a"), "{data: {k: '1'}}").is(404);
        jsonPatch(core("configmaps/a"), "[]").is(404);
        api().patch(ApiClient.STRATEGIC_MERGE_PATCH, core("configmaps/a"), "{data: {k: '1'}}")
                .is(404);
    }

    @Test
    void aPatchCannotRename() {
        made();
        merge(core("configmaps/a"), "{metadata: {name: 'b'}}").is(400);
    }

    @Test
    void withoutAFieldManagerTheUserAgentIsTheManager() {
        made();
        Answer patched = api().send(
                        "PATCH",
                        core("configmaps/a"),
                        Map.of("Content-Type", ApiClient.MERGE_PATCH, "User-Agent", "some-tool/1.2 (linux)"),
                        "{\"data\": {\"k\": \"2\"}}")
                .is(200);
        assertThat(patched.owners()).extracting(FieldOwner::who).contains("some-tool Update");
    }

    @Test
    void anImmutableFieldCannotBePatched() {
        api().post(apps("deployments"), Samples.deployment("name: 'a'", "replicas: 0"))
                .is(201);
        Answer refused = merge(apps("deployments/a"), """
                {spec: {selector: {matchLabels: {app: 'b'}}, template: {metadata: {labels: {app: 'b'}}}}}""").is(422);
        assertThat(refused.causes()).extracting(Answer.Cause::field).containsExactly("spec.selector");
        assertThat(refused.message()).contains("field is immutable");
    }
}
