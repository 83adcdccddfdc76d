// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.FieldOwner;
import org.junit.jupiter.api.Test;

/** The scale subresource, and who owns replicas after it was used. */
abstract class ScaleContract extends Rows {
    private static final String MAIN = "deployments/a";
    private static final String SCALE = "deployments/a/scale";

    ScaleContract(ApiServerContract contract) {
        super(contract);
    }

    private Answer apply(String manager, int replicas) {
        return api().apply(manager, apps(MAIN), Samples.deployment("name: 'a'", "replicas: " + replicas));
    }

    private Answer applyScale(String manager, int replicas) {
        return api().applyByForce(manager, apps(SCALE), Samples.scale("name: 'a'", replicas));
    }

    private Answer patchScale(String manager, int replicas) {
        return api().patch(
                        ApiClient.MERGE_PATCH,
                        ApiClient.with(apps(SCALE), "fieldManager", manager),
                        "{spec: {replicas: " + replicas + "}}")
                .is(200);
    }

    private Answer main() {
        return api().get(apps(MAIN)).is(200);
    }

    @Test
    void theScaleOfADeploymentShowsReplicasAndSelector() {
        Answer made = apply(US, 2).is(201);
        Answer scale = api().get(apps(SCALE)).is(200);
        assertThat(scale.value("/apiVersion")).isEqualTo("autoscaling/v1");
        assertThat(scale.value("/kind")).isEqualTo("Scale");
        assertThat(scale.value("/spec/replicas")).isEqualTo("2");
        assertThat(scale.value("/status/replicas")).isNotEmpty();
        assertThat(scale.value("/status/selector")).isEqualTo("app=a");
        assertThat(scale.uid()).isEqualTo(made.uid());
    }

    @Test
    void aMissingWorkloadHasNoScale() {
        api().get(apps(SCALE)).is(404);
        api().patch(ApiClient.MERGE_PATCH, apps(SCALE), "{spec: {replicas: 0}}").is(404);
    }

    @Test
    void patchingTheScaleChangesTheMainObject() {
        apply(US, 1).is(201);
        assertThat(patchScale("kubectl", 3).value("/spec/replicas")).isEqualTo("3");
        assertThat(main().value("/spec/replicas")).isEqualTo("3");
        assertThat(main().value("/metadata/generation")).isEqualTo("2");
    }

    @Test
    void puttingAStaleScaleIsAConflict() {
        apply(US, 1).is(201);
        Answer scale = api().get(apps(SCALE)).is(200);
        patchScale("kubectl", 2);
        api().put(apps(SCALE), scale.text()).is(409);
        api().put(apps(SCALE), Samples.scale("name: 'a'", 0)).is(200);
        assertThat(main().value("/spec/replicas")).isEqualTo("0");
    }

    @Test
    void anotherManagerThatPatchesTheScaleTakesReplicas() {
        apply(US, 1).is(201);
        patchScale("kubectl", 3);
        assertThat(main().owners())
                .filteredOn(owner -> owner.owns("/f:spec/f:replicas"))
                .extracting(FieldOwner::who)
                .containsExactly("kubectl Update scale");
        Answer refused = apply(US, 1).is(409);
        assertThat(refused.causes())
                .containsExactly(new Answer.Cause(
                        "FieldManagerConflict",
                        ".spec.replicas",
                        "conflict with \"kubectl\" with subresource \"scale\" using apps/v1"));
    }

    @Test
    void patchingTheScaleToZeroLeavesReplicasWithoutAnOwner() {
        // the Scale of zero replicas has an empty spec, so nobody is seen to set the field
        apply(US, 1).is(201);
        patchScale(US, 0);
        assertThat(main().owners()).noneMatch(owner -> owner.owns("/f:spec/f:replicas"));
    }

    @Test
    void scalingToZeroByAnyoneAndApplyingOtherReplicasDoesNotConflict() {
        apply(US, 1).is(201);
        patchScale(US, 0);
        assertThat(apply(US, 2).is(200).value("/spec/replicas")).isEqualTo("2");
        patchScale("kubectl", 0);
        assertThat(apply(US, 1).is(200).value("/spec/replicas")).isEqualTo("1");
    }

    @Test
    void scalingToMoreThanZeroMakesTheMainApplyOfTheSameManagerConflict() {
        apply(US, 1).is(201);
        patchScale(US, 3);
        Answer refused = apply(US, 2).is(409);
        assertThat(refused.causes())
                .containsExactly(new Answer.Cause(
                        "FieldManagerConflict",
                        ".spec.replicas",
                        "conflict with \"" + US + "\" with subresource \"scale\" using apps/v1"));
    }

    @Test
    void applyingTheScaleMakesTheMainApplyConflictWithItself() {
        apply(US, 1).is(201);
        applyScale(US, 0).is(200);
        Answer refused = apply(US, 1).is(409);
        assertThat(refused.causes()).extracting(Answer.Cause::field).containsExactly(".spec.replicas");
        assertThat(refused.message()).contains("conflict with \"" + US + "\" with subresource \"scale\"");
    }

    @Test
    void twoManagersMoveReplicasBothWaysByForce() {
        apply(US, 1).is(201);
        applyScale("shakebook.scaler", 0).is(200);
        assertThat(main().owners())
                .filteredOn(owner -> owner.owns("/f:spec/f:replicas"))
                .extracting(FieldOwner::who)
                .containsExactly("shakebook.scaler Apply scale");

        api().applyByForce(US, apps(MAIN), Samples.deployment("name: 'a'", "replicas: 1"))
                .is(200);
        assertThat(main().owners())
                .filteredOn(owner -> owner.owns("/f:spec/f:replicas"))
                .extracting(FieldOwner::who)
                .containsExactly(US + " Apply");
        assertThat(main().value("/spec/replicas")).isEqualTo("1");
    }

    @Test
    void replicasDefaultToOneAndAreThenOwnedByNobody() {
        Answer made = api().apply(US, apps(MAIN), Samples.deploymentWithoutReplicas("name: 'a'"))
                .is(201);
        assertThat(made.value("/spec/replicas")).isEqualTo("1");
        assertThat(made.owners()).noneMatch(owner -> owner.owns("/f:spec/f:replicas"));
    }

    @Test
    void aStatefulSetIsScaledTheSameWay() {
        api().apply(
                        US,
                        apps("statefulsets/a"),
                        Samples.deployment("name: 'a'", "replicas: 0, serviceName: 'a'")
                                .replace("'Deployment'", "'StatefulSet'"))
                .is(201);
        api().patch(ApiClient.MERGE_PATCH, apps("statefulsets/a/scale"), "{spec: {replicas: 2}}")
                .is(200);
        assertThat(api().get(apps("statefulsets/a")).value("/spec/replicas")).isEqualTo("2");
        assertThat(api().get(apps("statefulsets/a/scale")).value("/status/selector"))
                .isEqualTo("app=a");
    }
}
