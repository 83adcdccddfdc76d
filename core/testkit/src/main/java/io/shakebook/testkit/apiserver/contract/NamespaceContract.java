// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Ability;
import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import org.junit.jupiter.api.Test;

/** The life of a namespace, and the identity of a cluster. */
abstract class NamespaceContract extends Rows {
    NamespaceContract(ApiServerContract contract) {
        super(contract);
    }

    private String path() {
        return "/api/v1/namespaces/" + namespace();
    }

    @Test
    void aNamespaceIsActiveAndLabelledWithItsName() {
        Answer made = api().get(path()).is(200);
        assertThat(made.value("/status/phase")).isEqualTo("Active");
        assertThat(made.value("/metadata/labels/kubernetes.io~1metadata.name")).isEqualTo(namespace());
        made.shows("/spec/finalizers", "['kubernetes']");
    }

    @Test
    void theClusterHasItsOwnNamespacesAndAnIdentity() {
        assertThat(api().get("/api/v1/namespaces").is(200).names()).contains("default", "kube-system", "kube-public");
        Answer system = api().get("/api/v1/namespaces/kube-system").is(200);
        assertThat(system.uid()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(api().get("/api/v1/namespaces/kube-system").uid()).isEqualTo(system.uid());
    }

    @Test
    void nothingCanBeCreatedInANamespaceThatEnds() {
        api().post(core("configmaps"), Samples.configMap("name: 'a', finalizers: ['example.com/hold']", ""))
                .is(201);
        Answer ending = api().delete(path()).is(200);
        assertThat(ending.value("/kind")).isEqualTo("Namespace");
        assertThat(ending.value("/status/phase")).isEqualTo("Terminating");
        Answer refused = api().post(core("configmaps"), Samples.configMap("name: 'b'", ""))
                .is(403);
        assertThat(refused.reason()).isEqualTo("Forbidden");
        assertThat(refused.causes()).extracting(Answer.Cause::reason).containsExactly("NamespaceTerminating");
        api().patch(ApiClient.MERGE_PATCH, core("configmaps/a"), "{metadata: {finalizers: null}}");
    }

    @Test
    void aDeletedNamespaceEndsWithAllThatIsInIt() {
        needs(Ability.CONTROLLERS);
        api().post(core("configmaps"), Samples.configMap("name: 'a'", "")).is(201);
        api().post(core("services"), Samples.service("name: 'a'", "")).is(201);
        api().delete(path()).is(200);
        eventually().get("the namespace is gone", () -> api().get(path()), gone -> gone.code() == 404);
        api().get(core("configmaps/a")).is(404);
        api().get(core("services/a")).is(404);
    }
}
