// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import org.junit.jupiter.api.Test;

/** A dry run answers like the real request, persists nothing, and makes up what only the real one can know. */
abstract class DryRunContract extends Rows {
    DryRunContract(ApiServerContract contract) {
        super(contract);
    }

    @Test
    void aCreatedNodePortServiceShowsMadeUpValues() {
        String body = Samples.service("name: 'a'", "type: 'NodePort'");
        Answer first = api().apply(US, core("services/a?dryRun=All"), body).is(201);
        Answer second = api().apply(US, core("services/a?dryRun=All"), body).is(201);
        for (Answer made : new Answer[] {first, second}) {
            assertThat(made.value("/spec/clusterIP")).isNotEmpty();
            assertThat(made.at("/spec/ports/0/nodePort").asInt()).isBetween(30000, 32767 + 2);
            assertThat(made.uid()).isNotEmpty();
            assertThat(made.resourceVersion()).isEmpty();
        }
        api().get(core("services/a")).is(404);

        Answer real = api().apply(US, core("services/a"), body).is(201);
        assertThat(real.uid()).isNotIn(first.uid(), second.uid());
        assertThat(real.value("/spec/clusterIP")).isNotEqualTo(first.value("/spec/clusterIP"));
        assertThat(real.value("/spec/ports/0/nodePort")).isNotEqualTo(first.value("/spec/ports/0/nodePort"));
    }

    @Test
    void anExistingServiceKeepsItsRealValuesAndVersion() {
        Answer real = api().apply(US, core("services/a"), Samples.service("name: 'a'", "type: 'NodePort'"))
                .is(201);
        Answer dry = api().apply(
                        US,
                        core("services/a?dryRun=All"),
                        Samples.service("name: 'a', labels: {l: 'x'}", "type: 'NodePort'"))
                .is(200);
        assertThat(dry.value("/metadata/labels/l")).isEqualTo("x");
        assertThat(dry.at("/spec")).isEqualTo(real.at("/spec"));
        assertThat(dry.uid()).isEqualTo(real.uid());
        assertThat(dry.resourceVersion()).isEqualTo(real.resourceVersion());
        assertThat(api().get(core("services/a")).body()).isEqualTo(real.body());
    }

    @Test
    void turningAClusterIpServiceIntoANodePortOneMakesUpTheNodePort() {
        Answer real = api().apply(US, core("services/a"), Samples.service("name: 'a'", "type: 'ClusterIP'"))
                .is(201);
        String wanted = Samples.service("name: 'a'", "type: 'NodePort'");
        Answer dry = api().apply(US, core("services/a?dryRun=All"), wanted).is(200);
        assertThat(dry.value("/spec/clusterIP")).isEqualTo(real.value("/spec/clusterIP"));
        assertThat(dry.has("/spec/ports/0/nodePort")).isTrue();
        Answer changed = api().apply(US, core("services/a"), wanted).is(200);
        assertThat(changed.value("/spec/ports/0/nodePort")).isNotEqualTo(dry.value("/spec/ports/0/nodePort"));
    }

    @Test
    void aWrongPortIsRefusedWithCausesInADryRunToo() {
        Answer refused = api().apply(US, core("services/a?dryRun=All"), """
                        {apiVersion: 'v1', kind: 'Service', metadata: {name: 'a'}, spec: {ports: [{port: 99999}]}}""").is(422);
        assertThat(refused.reason()).isEqualTo("Invalid");
        assertThat(refused.causes())
                .contains(new Answer.Cause(
                        "FieldValueInvalid",
                        "spec.ports[0].port",
                        "Invalid value: 99999: must be between 1 and 65535, inclusive"));
    }

    @Test
    void aWrongNameIsRefusedWithCausesInADryRunToo() {
        Answer refused = api().apply(
                        US,
                        apps("deployments/Redis-shake?dryRun=All"),
                        Samples.deployment("name: 'Redis-shake'", "replicas: 1"))
                .is(422);
        assertThat(refused.causes()).extracting(Answer.Cause::field).containsExactly("metadata.name");
        assertThat(refused.message()).contains("a lowercase RFC 1123 subdomain must consist of");
    }

    @Test
    void anImmutableFieldIsRefusedInADryRunToo() {
        String body = Samples.deployment("name: 'a'", "replicas: 0");
        api().apply(US, apps("deployments/a"), body).is(201);
        Answer refused = api().apply(US, apps("deployments/a?dryRun=All"), body.replace("{app: 'a'}", "{app: 'b'}"))
                .is(422);
        assertThat(refused.causes()).extracting(Answer.Cause::field).contains("spec.selector");
        assertThat(refused.message()).contains("field is immutable");
    }

    @Test
    void aConflictIsAConflictInADryRunToo() {
        api().post(core("configmaps?fieldManager=hand"), Samples.configMap("name: 'a'", "k: '1'"))
                .is(201);
        Answer refused = api().apply(US, core("configmaps/a?dryRun=All"), Samples.configMap("name: 'a'", "k: '2'"))
                .is(409);
        assertThat(refused.causes()).extracting(Answer.Cause::reason).containsExactly("FieldManagerConflict");
    }

    @Test
    void aMissingNamespaceIsNotFoundInADryRunToo() {
        Answer refused = api().apply(
                        US, "/api/v1/namespaces/nope/configmaps/a?dryRun=All", Samples.configMap("name: 'a'", ""))
                .is(404);
        assertThat(refused.message()).isEqualTo("namespaces \"nope\" not found");
        assertThat(refused.value("/details/kind")).isEqualTo("namespaces");
    }

    @Test
    void noKindOfRequestPersistsAnything() {
        String path = core("configmaps/a?dryRun=All");
        Answer live = api().post(core("configmaps"), Samples.configMap("name: 'a'", "k: '1'"))
                .is(201);
        api().post(core("configmaps?dryRun=All"), Samples.configMap("name: 'b'", ""))
                .is(201);
        api().put(path, Samples.configMap("name: 'a'", "k: '2'")).is(200);
        api().patch(ApiClient.MERGE_PATCH, path, "{data: {k: '2'}}").is(200);
        api().patch(ApiClient.STRATEGIC_MERGE_PATCH, path, "{data: {k: '2'}}").is(200);
        api().patch(ApiClient.JSON_PATCH, path, "[{op: 'replace', path: '/data/k', value: '2'}]")
                .is(200);
        api().delete(path).is(200);
        api().delete(core("configmaps/a"), "{dryRun: ['All']}").is(200);
        api().get(core("configmaps/b")).is(404);
        assertThat(api().get(core("configmaps/a")).body()).isEqualTo(live.body());
    }

    @Test
    void aDryRunOfANamespaceDoesNotMakeIt() {
        String name = namespace() + "-x";
        api().post("/api/v1/namespaces?dryRun=All", "{metadata: {name: '%s'}}".formatted(name))
                .is(201);
        api().get("/api/v1/namespaces/" + name).is(404);
    }

    @Test
    void theScaleOfADryRunToZeroHasAnEmptySpec() {
        api().apply(US, apps("deployments/a"), Samples.deployment("name: 'a'", "replicas: 1"))
                .is(201);
        Answer dry = api().patch(ApiClient.MERGE_PATCH, apps("deployments/a/scale?dryRun=All"), "{spec: {replicas: 0}}")
                .is(200);
        assertThat(dry.value("/kind")).isEqualTo("Scale");
        dry.shows("/spec", "{}");
        assertThat(api().get(apps("deployments/a")).value("/spec/replicas")).isEqualTo("1");
    }

    @Test
    void anotherDryRunThanAllIsRefused() {
        api().post(core("configmaps?dryRun=Some"), Samples.configMap("name: 'a'", ""))
                .is(422);
    }
}
