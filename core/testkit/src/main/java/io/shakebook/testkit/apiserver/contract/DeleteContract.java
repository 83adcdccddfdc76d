// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Ability;
import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import org.junit.jupiter.api.Test;

/** Deletes: preconditions, finalizers, collections, and pods that take their time. */
abstract class DeleteContract extends Rows {
    DeleteContract(ApiServerContract contract) {
        super(contract);
    }

    private Answer made(String metadata) {
        return api().post(core("configmaps"), Samples.configMap(metadata, "k: '1'"))
                .is(201);
    }

    @Test
    void aDeleteAnswersWithTheNameAndUidOfWhatIsGone() {
        Answer live = made("name: 'a'");
        Answer deleted = api().delete(core("configmaps/a")).is(200);
        assertThat(deleted.value("/kind")).isEqualTo("Status");
        assertThat(deleted.value("/status")).isEqualTo("Success");
        assertThat(deleted.value("/details/name")).isEqualTo("a");
        assertThat(deleted.value("/details/kind")).isEqualTo("configmaps");
        assertThat(deleted.value("/details/uid")).isEqualTo(live.uid());
        api().get(core("configmaps/a")).is(404);
        api().delete(core("configmaps/a")).is(404);
    }

    @Test
    void aStaleVersionAsPreconditionIsAConflict() {
        Answer stale = made("name: 'a'");
        api().patch(ApiClient.MERGE_PATCH, core("configmaps/a"), "{data: {k: '2'}}")
                .is(200);
        Answer refused = api().delete(
                        core("configmaps/a"), "{preconditions: {resourceVersion: '" + stale.resourceVersion() + "'}}")
                .is(409);
        assertThat(refused.reason()).isEqualTo("Conflict");
        assertThat(refused.causes()).isEmpty();
        assertThat(refused.message())
                .contains("the ResourceVersion in the precondition (" + stale.resourceVersion() + ") does not match");
        api().get(core("configmaps/a")).is(200);
    }

    @Test
    void anotherUidAsPreconditionIsAConflict() {
        made("name: 'a'");
        Answer refused = api().delete(
                        core("configmaps/a"), "{preconditions: {uid: '00000000-0000-4000-8000-000000000000'}}")
                .is(409);
        assertThat(refused.message())
                .contains("the UID in the precondition (00000000-0000-4000-8000-000000000000) does not match");
        api().get(core("configmaps/a")).is(200);
    }

    @Test
    void uidAndVersionThatHoldLetTheDeletePass() {
        Answer live = made("name: 'a'");
        api().delete(
                        core("configmaps/a"),
                        "{preconditions: {uid: '%s', resourceVersion: '%s'}}"
                                .formatted(live.uid(), live.resourceVersion()))
                .is(200);
        api().get(core("configmaps/a")).is(404);
    }

    @Test
    void aPreconditionHoldsInADryRunToo() {
        made("name: 'a'");
        api().delete(core("configmaps/a"), "{dryRun: ['All'], preconditions: {resourceVersion: '1'}}")
                .is(409);
    }

    @Test
    void aFinalizerKeepsTheObjectUntilItIsRemoved() {
        made("name: 'a', finalizers: ['example.com/hold']");
        Answer marked = api().delete(core("configmaps/a")).is(200);
        assertThat(marked.value("/kind")).isEqualTo("ConfigMap");
        assertThat(marked.value("/metadata/deletionTimestamp")).isNotEmpty();
        assertThat(api().get(core("configmaps/a")).is(200).has("/metadata/deletionTimestamp"))
                .isTrue();
        api().patch(ApiClient.MERGE_PATCH, core("configmaps/a"), "{metadata: {finalizers: null}}")
                .is(200);
        api().get(core("configmaps/a")).is(404);
    }

    @Test
    void aCollectionIsDeletedBySelector() {
        made("name: 'a', labels: {row: 'r'}");
        made("name: 'b', labels: {row: 'r'}");
        made("name: 'c'");
        api().delete(core("configmaps?labelSelector=row%3Dr")).is(200);
        api().get(core("configmaps/a")).is(404);
        api().get(core("configmaps/b")).is(404);
        api().get(core("configmaps/c")).is(200);
    }

    @Test
    void aPodOnANodeIsMarkedFirst() {
        api().post(core("pods"), Samples.pod("name: 'a'").replace("spec: {", "spec: {nodeName: 'node-1', "))
                .is(201);
        Answer marked = api().delete(core("pods/a")).is(200);
        assertThat(marked.value("/kind")).isEqualTo("Pod");
        assertThat(marked.value("/metadata/deletionTimestamp")).isNotEmpty();
        assertThat(marked.value("/metadata/deletionGracePeriodSeconds")).isEqualTo("30");
        assertThat(api().get(core("pods/a")).is(200).has("/metadata/deletionTimestamp"))
                .isTrue();
    }

    @Test
    void aPodWithoutGraceIsGoneAtOnce() {
        api().post(core("pods"), Samples.pod("name: 'a'").replace("spec: {", "spec: {nodeName: 'node-1', "))
                .is(201);
        api().delete(core("pods/a"), "{gracePeriodSeconds: 0}").is(200);
        api().get(core("pods/a")).is(404);
    }

    @Test
    void anObjectMadeAgainHasAnotherUid() {
        Answer first = made("name: 'a'");
        api().delete(core("configmaps/a")).is(200);
        assertThat(made("name: 'a'").uid()).isNotEqualTo(first.uid());
    }

    @Test
    void anUnknownPropagationIsRefused() {
        made("name: 'a'");
        api().delete(core("configmaps/a"), "{propagationPolicy: 'Nope'}").is(422);
    }

    @Test
    void aForegroundDeleteMarksTheOwnerFirst() {
        api().post(apps("deployments"), Samples.deployment("name: 'a'", "replicas: 0"))
                .is(201);
        Answer marked = api().delete(apps("deployments/a"), "{propagationPolicy: 'Foreground'}")
                .is(200);
        assertThat(marked.value("/metadata/deletionTimestamp")).isNotEmpty();
        marked.shows("/metadata/finalizers", "['foregroundDeletion']");
        if (can(Ability.CONTROLLERS)) {
            eventually().get("gone", () -> api().get(apps("deployments/a")), gone -> gone.code() == 404);
        }
    }
}
