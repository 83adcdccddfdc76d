// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PodTest {

    @ParameterizedTest
    @CsvSource({
        "Running, running, false, false",
        "Failed, terminated, false, true",
        "Succeeded, terminated, false, true",
        "Failed, running, false, false",
        "Failed, terminated, true, false",
        "Pending, waiting, false, false",
    })
    void aPodHasEndedWhenNoProcessOfItRunsAndItIsNotWaitingForItsEnd(
            String phase, String state, boolean terminating, boolean ended) {
        Map<String, Object> status =
                Map.of("phase", phase, "containerStatuses", List.of(Map.of("state", Map.of(state, Map.of()))));
        Map<String, Object> metadata = terminating ? Map.of("deletionTimestamp", "2026-11-22T21:00:00Z") : Map.of();

        assertThat(pod("a", Map.of("metadata", metadata, "status", status)).ended())
                .isEqualTo(ended);
    }

    @Test
    void aTerminatingPodIsNotReadyAlthoughItsConditionStillSaysSo() {
        Map<String, Object> status = Map.of("conditions", List.of(Map.of("type", "Ready", "status", "True")));

        assertThat(pod("a", Map.of("status", status)).ready()).isTrue();
        assertThat(pod("a", Map.of("metadata", Map.of("deletionTimestamp", "x"), "status", status))
                        .ready())
                .isFalse();
    }

    static Stream<Arguments> owners() {
        return Stream.of(
                Arguments.of("ReplicaSet", "shake-0-7d9f8c", "7d9f8c", true),
                Arguments.of("ReplicaSet", "other-7d9f8c", "7d9f8c", false),
                Arguments.of("ReplicaSet", "shake-0-7d9f8c", "", true),
                Arguments.of("StatefulSet", "shake-0", "", false),
                Arguments.of("Job", "shake-0", "", false));
    }

    @ParameterizedTest
    @MethodSource("owners")
    void belongsToTheWorkloadThatItNames(String kind, String name, String hash, boolean belongs) {
        Map<String, Object> owner = Map.of("kind", kind, "name", name, "controller", true);
        Map<String, Object> metadata =
                Map.of("ownerReferences", List.of(owner), "labels", Map.of("pod-template-hash", hash));

        assertThat(pod("shake-0-7d9f8c-x1", Map.of("metadata", metadata))
                        .belongsTo(WorkloadKind.DEPLOYMENT, "shake-0"::equals, List.of()))
                .isEqualTo(belongs);
    }

    @Test
    void aPodThatNamesNoWorkloadBelongsToTheOneThatSelectsItBeforeItsNameCounts() {
        Pod pod = pod("shake-0-x", Map.of("metadata", Map.of("labels", Map.of("app", "other"))));
        Workload other = workload("other", Map.of("matchLabels", Map.of("app", "other")));

        assertThat(pod.belongsTo(WorkloadKind.DEPLOYMENT, "shake-0"::equals, List.of()))
                .isTrue();
        assertThat(pod.belongsTo(WorkloadKind.DEPLOYMENT, "shake-0"::equals, List.of(other)))
                .isFalse();
        assertThat(pod.belongsTo(WorkloadKind.DEPLOYMENT, "other"::equals, List.of(other)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "In, a, true",
        "In, c, false",
        "NotIn, a, false",
        "NotIn, c, true",
        "Exists, '', true",
        "DoesNotExist, '', false",
        "Gt, a, false"
    })
    void selectorsWithExpressionsAreUnderstood(String operator, String value, boolean selected) {
        Map<String, Object> expression = Map.of("key", "app", "operator", operator, "values", List.of(value, "b"));
        Workload workload = workload("w", Map.of("matchExpressions", List.of(expression)));

        assertThat(workload.selector().matches(Map.of("app", "a"))).isEqualTo(selected);
    }

    @Test
    void aSelectorThatSaysNothingSelectsNothing() {
        assertThat(workload("w", Map.of()).selector().matches(Map.of("app", "a")))
                .isFalse();
    }

    @Test
    void aWorkloadThatDoesNotSayHowManyPodsItWantsGetsOne() {
        assertThat(workload("w", Map.of()).replicas()).isEqualTo(1);
    }

    private static Workload workload(String name, Map<String, Object> selector) {
        ObjectRef ref = new ObjectRef(Kind.DEPLOYMENT, "n", name);
        return new Workload(Manifest.of(ref, Map.of("spec", Map.of("selector", selector))));
    }

    private static Pod pod(String name, Map<String, Object> rest) {
        return new Pod(Manifest.of(new ObjectRef(Kind.POD, "n", name), rest));
    }
}
