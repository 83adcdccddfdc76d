// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is refused, and in which words. */
abstract class ValidationContract extends Rows {
    ValidationContract(ApiServerContract contract) {
        super(contract);
    }

    @Test
    void anUpperCaseNameIsRefused() {
        Answer refused = api().post(core("configmaps"), Samples.configMap("name: 'Redis-shake'", ""))
                .is(422);
        assertThat(refused.reason()).isEqualTo("Invalid");
        assertThat(refused.value("/details/name")).isEqualTo("Redis-shake");
        assertThat(refused.value("/details/kind")).isEqualTo("ConfigMap");
        assertThat(refused.causes()).extracting(Answer.Cause::field).containsExactly("metadata.name");
        assertThat(refused.message()).startsWith("ConfigMap \"Redis-shake\" is invalid: metadata.name: Invalid value:");
    }

    @Test
    void aServiceNameIsAnRfc1035Label() {
        api().post(core("services"), Samples.service("name: 'a.b'", "")).is(422);
        api().post(core("configmaps"), Samples.configMap("name: 'a.b'", "")).is(201);
    }

    @Test
    void severalMistakesAreNamedTogether() {
        Answer refused = api().post(core("services"), """
                        {apiVersion: 'v1', kind: 'Service', metadata: {name: 'a'},
                         spec: {type: 'Nope', ports: [{port: 99999}]}}""").is(422);
        assertThat(refused.causes()).extracting(Answer.Cause::field).contains("spec.type", "spec.ports[0].port");
    }

    @Test
    void aWrongTypeIsABadRequest() {
        Answer refused = api().post(core("configmaps"), Samples.configMap("name: 'a'", "k: 1"))
                .is(400);
        assertThat(refused.reason()).isEqualTo("BadRequest");
    }

    @Test
    void brokenJsonIsABadRequest() {
        api().send("POST", core("configmaps"), Map.of("Content-Type", "application/json"), "{\"metadata\":")
                .is(400);
    }

    @Test
    void anotherKindThanThePathSaysIsABadRequest() {
        api().post(core("configmaps"), Samples.secret("name: 'a'", "type: 'Opaque'"))
                .is(400);
    }

    @Test
    void anotherNamespaceThanThePathSaysIsABadRequest() {
        api().post(core("configmaps"), Samples.configMap("name: 'a', namespace: 'default'", ""))
                .is(400);
    }

    @Test
    void anUnknownFieldInAPostIsIgnoredUnlessStrict() {
        String body = "{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'a'}, typo: 1}";
        Answer refused =
                api().post(core("configmaps?fieldValidation=Strict"), body).is(400);
        assertThat(refused.message()).contains("unknown field \"typo\"");
        assertThat(api().post(core("configmaps"), body).is(201).has("/typo")).isFalse();
    }

    @Test
    void anUnknownResourceIsNotFound() {
        api().get(core("nonsenses")).is(404);
        api().get("/apis/nope.example/v1/things").is(404);
    }

    @Test
    void aMissingObjectIsNotFoundByName() {
        Answer missing = api().get(core("configmaps/a")).is(404);
        assertThat(missing.value("/kind")).isEqualTo("Status");
        assertThat(missing.value("/status")).isEqualTo("Failure");
        assertThat(missing.reason()).isEqualTo("NotFound");
        assertThat(missing.message()).isEqualTo("configmaps \"a\" not found");
        assertThat(missing.value("/details/name")).isEqualTo("a");
        assertThat(missing.value("/code")).isEqualTo("404");
    }

    @Test
    void whatExistsCannotBeCreatedAgain() {
        api().post(core("configmaps"), Samples.configMap("name: 'a'", "")).is(201);
        Answer refused = api().post(core("configmaps"), Samples.configMap("name: 'a'", ""))
                .is(409);
        assertThat(refused.reason()).isEqualTo("AlreadyExists");
        assertThat(refused.message()).isEqualTo("configmaps \"a\" already exists");
    }

    @Test
    void aNameCanBeGenerated() {
        Answer made = api().post(core("configmaps"), Samples.configMap("generateName: 'a-'", ""))
                .is(201);
        assertThat(made.value("/metadata/name")).matches("a-[a-z0-9]{5}");
    }

    @Test
    void aSelectorMustMatchTheTemplateOfADeployment() {
        Answer refused = api().post(
                        apps("deployments"),
                        Samples.deployment("name: 'a'", "replicas: 1")
                                .replace("matchLabels: {app: 'a'}", "matchLabels: {app: 'b'}"))
                .is(422);
        assertThat(refused.causes()).extracting(Answer.Cause::field).contains("spec.template.metadata.labels");
    }

    @Test
    void negativeReplicasAreRefused() {
        Answer refused = api().post(apps("deployments"), Samples.deployment("name: 'a'", "replicas: -1"))
                .is(422);
        assertThat(refused.causes()).extracting(Answer.Cause::field).containsExactly("spec.replicas");
    }

    @Test
    void anUnsupportedPatchTypeIsRefused() {
        api().post(core("configmaps"), Samples.configMap("name: 'a'", "")).is(201);
        Answer refused =
                api().patch("application/json", core("configmaps/a"), "{}").is(415);
        assertThat(refused.reason()).isEqualTo("UnsupportedMediaType");
    }

    @Test
    void aLabelHasItsOwnAlphabet() {
        Answer refused = api().post(core("configmaps"), Samples.configMap("name: 'a', labels: {l: 'a b'}", ""))
                .is(422);
        assertThat(refused.causes()).extracting(Answer.Cause::field).containsExactly("metadata.labels");
    }

    @Test
    void aConfigMapOverOneMebibyteIsRefused() {
        String large = "x".repeat(1_100_000);
        Answer refused = api().post(core("configmaps"), Samples.configMap("name: 'a'", "k: '" + large + "'"))
                .is(422);
        assertThat(refused.causes()).extracting(Answer.Cause::reason).containsExactly("FieldValueTooLong");
    }

    @Test
    void theMediaTypeMayNameItsCharacterSet() {
        Map<String, String> type = Map.of("Content-Type", "application/json; charset=utf-8");
        api().send("POST", core("configmaps"), type, "{\"metadata\": {\"name\": \"a\"}}")
                .is(201);
    }
}
