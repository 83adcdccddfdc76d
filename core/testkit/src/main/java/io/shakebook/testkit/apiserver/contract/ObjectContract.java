// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import org.junit.jupiter.api.Test;

/** What is particular to single kinds: Secrets, ConfigMaps, Events, reviews, status, end points. */
abstract class ObjectContract extends Rows {
    ObjectContract(ApiServerContract contract) {
        super(contract);
    }

    @Test
    void stringDataOfASecretBecomesData() {
        Answer made = api().post(core("secrets"), Samples.secret("name: 'a'", "stringData: {p: 'geheim'}"))
                .is(201);
        made.shows("/data", "{p: 'Z2VoZWlt'}");
        assertThat(made.has("/stringData")).isFalse();
        assertThat(made.value("/type")).isEqualTo("Opaque");
    }

    @Test
    void stringDataIsAppliedTooAndWinsOverData() {
        Answer made = api().apply(
                        US,
                        core("secrets/a"),
                        Samples.secret("name: 'a'", "data: {p: 'eA=='}, stringData: {p: 'geheim'}"))
                .is(201);
        assertThat(made.value("/data/p")).isEqualTo("Z2VoZWlt");
    }

    @Test
    void dataOfASecretThatIsNotBase64IsABadRequest() {
        api().post(core("secrets"), Samples.secret("name: 'a'", "data: {p: '###'}"))
                .is(400);
    }

    @Test
    void theTypeOfASecretIsImmutable() {
        api().post(core("secrets"), Samples.secret("name: 'a'", "type: 'Opaque'"))
                .is(201);
        Answer refused = api().patch(ApiClient.MERGE_PATCH, core("secrets/a"), "{type: 'example.com/x'}")
                .is(422);
        assertThat(refused.causes()).extracting(Answer.Cause::field).containsExactly("type");
    }

    @Test
    void aKeyOfAConfigMapHasToBeAFileName() {
        Answer refused = api().post(core("configmaps"), Samples.configMap("name: 'a'", "'a/b': 'x'"))
                .is(422);
        assertThat(refused.causes()).extracting(Answer.Cause::field).containsExactly("data[a/b]");
    }

    @Test
    void anImmutableConfigMapStaysAsItIs() {
        api().post(
                        core("configmaps"),
                        "{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'a'}, data: {k: '1'}, immutable: true}")
                .is(201);
        Answer refused = api().patch(ApiClient.MERGE_PATCH, core("configmaps/a"), "{data: {k: '2'}}")
                .is(422);
        assertThat(refused.message()).contains("field is immutable when `immutable` is set");
    }

    @Test
    void eventsAreFoundByTheObjectThatTheyAreAbout() {
        String event = """
                {apiVersion: 'v1', kind: 'Event', metadata: {name: '%s.1'}, reason: 'Tested', message: 'm', type: 'Normal',
                 involvedObject: {kind: 'ConfigMap', name: '%s', namespace: '%s'}}""";
        api().post(core("events"), event.formatted("a", "a", namespace())).is(201);
        api().post(core("events"), event.formatted("b", "b", namespace())).is(201);
        Answer found =
                api().get(core("events?fieldSelector=involvedObject.name%3Da")).is(200);
        assertThat(found.names()).containsExactly("a.1");
    }

    @Test
    void anAccessReviewIsAnsweredAndNotStored() {
        Answer review = api().post("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", """
                        {apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec: {resourceAttributes:
                         {namespace: '%s', verb: 'patch', group: 'apps', resource: 'deployments', subresource: 'scale'}}}""".formatted(namespace()))
                .is(201);
        assertThat(review.value("/kind")).isEqualTo("SelfSubjectAccessReview");
        assertThat(review.at("/status/allowed").asBoolean()).isTrue();
        assertThat(review.uid()).isEmpty();
    }

    @Test
    void aReviewOfOneselfNamesTheUserAndIsNotStored() {
        Answer review = api().post(
                        "/apis/authentication.k8s.io/v1/selfsubjectreviews",
                        "{apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview'}")
                .is(201);
        assertThat(review.value("/kind")).isEqualTo("SelfSubjectReview");
        assertThat(review.value("/status/userInfo/username")).isNotEmpty();
        assertThat(review.at("/status/userInfo/groups").isArray()).isTrue();
        assertThat(review.uid()).isEmpty();
    }

    @Test
    void statusIsChangedOnlyThroughItsSubresource() {
        api().post(core("pods"), Samples.pod("name: 'a'")).is(201);
        String patch = "{metadata: {labels: {l: 'x'}}, status: {message: 'hello'}}";
        Answer main = api().patch(ApiClient.MERGE_PATCH, core("pods/a"), patch).is(200);
        assertThat(main.value("/status/message")).isEmpty();
        assertThat(main.value("/metadata/labels/l")).isEqualTo("x");

        String other =
                "{metadata: {annotations: {n: 'y'}}, spec: {schedulerName: 'other'}, status: {message: 'hello'}}";
        Answer status =
                api().patch(ApiClient.MERGE_PATCH, core("pods/a/status"), other).is(200);
        assertThat(status.value("/status/message")).isEqualTo("hello");
        assertThat(status.value("/spec/schedulerName")).isEqualTo("default-scheduler");
        assertThat(status.owners()).extracting(owner -> owner.subresource()).contains("status");
    }

    @Test
    void statusInAPostIsDropped() {
        Answer made = api().post(
                        core("pods"),
                        Samples.pod("name: 'a'").replace("{apiVersion", "{status: {message: 'hello'}, apiVersion"))
                .is(201);
        assertThat(made.value("/status/message")).isEmpty();
        assertThat(made.value("/status/phase")).isEqualTo("Pending");
    }

    @Test
    void aNodeHasNoNamespace() {
        String name = namespace();
        Answer made = api().post(
                        "/api/v1/nodes", "{apiVersion: 'v1', kind: 'Node', metadata: {name: '%s'}}".formatted(name))
                .is(201);
        assertThat(made.has("/metadata/namespace")).isFalse();
        assertThat(api().get("/api/v1/nodes").is(200).names()).contains(name);
        api().delete("/api/v1/nodes/" + name).is(200);
    }

    @Test
    void endpointsRefuseLoopbackAddresses() {
        Answer refused = api().post(core("endpoints"), """
                        {apiVersion: 'v1', kind: 'Endpoints', metadata: {name: 'a'},
                         subsets: [{addresses: [{ip: '127.0.0.1'}], ports: [{port: 6379}]}]}""").is(422);
        assertThat(refused.message()).contains("may not be in the loopback range");
        api().post(in("discovery.k8s.io/v1", "endpointslices"), """
                        {apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', metadata: {name: 'a'}, addressType: 'IPv4',
                         endpoints: [{addresses: ['127.0.0.1']}], ports: [{port: 6379}]}""").is(422);
    }
}
