// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.embedded.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** A pod's life by the clock: ten seconds to become ready. */
class PodStageTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Delays DELAYS = new Delays(Duration.ofSeconds(10), Duration.ofSeconds(1));

    private static Behaviour failing(String fault) {
        ObjectNode pod = Json.object();
        Json.ensure(pod, "metadata", "annotations").put(Behaviour.FAIL, fault);
        return Behaviour.of(List.of(pod), DELAYS);
    }

    private static PodStage after(Behaviour behaviour, long seconds) {
        return PodStage.of(behaviour, START, true, Optional.of(START), START.plusSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "none, 0, CREATING, 0",
        "none, 5, CREATING, 0",
        "none, 6, STARTED, 0",
        "none, 9, STARTED, 0",
        "none, 10, READY, 0",
        "none, 100000, READY, 0",
        "ImagePullBackOff, 5, CREATING, 0",
        "ImagePullBackOff, 6, PULL_ERROR, 0",
        "ImagePullBackOff, 10, PULL_BACK_OFF, 0",
        "CrashLoopBackOff:2, 6, STARTED, 0",
        "CrashLoopBackOff:2, 16, CRASHED, 0",
        "CrashLoopBackOff:2, 26, STARTED, 1",
        "CrashLoopBackOff:2, 36, CRASHED, 1",
        "CrashLoopBackOff:2, 56, STARTED, 2",
        "crashloopbackoff, 66, CRASHED, 2"
    })
    void aScheduledPodGetsThere(String fault, long seconds, PodStage.State state, int restarts) {
        PodStage stage = after(failing(fault), seconds);
        assertThat(stage.state()).isEqualTo(state);
        assertThat(stage.restarts()).isEqualTo(restarts);
    }

    @Test
    void aPodWithoutANodeWaitsForOne() {
        PodStage stage = PodStage.of(failing("none"), START, false, Optional.of(START), START);
        assertThat(stage.state()).isEqualTo(PodStage.State.PENDING);
        assertThat(stage.next()).contains(START.plusSeconds(2));
    }

    @Test
    void anUnschedulablePodWaitsForEver() {
        PodStage stage = PodStage.of(failing("Unschedulable"), START, false, Optional.of(START), START.plusSeconds(99));
        assertThat(stage.state()).isEqualTo(PodStage.State.UNSCHEDULABLE);
        assertThat(stage.next()).isEmpty();
    }

    @Test
    void whatWasMissingDelaysTheStartByTheTimeItWasMissing() {
        Instant found = START.plusSeconds(100);
        assertThat(PodStage.of(failing("none"), START, true, Optional.empty(), found)
                        .state())
                .isEqualTo(PodStage.State.BLOCKED);
        assertThat(PodStage.of(failing("none"), START, true, Optional.of(found), found)
                        .state())
                .isEqualTo(PodStage.State.CREATING);
        assertThat(PodStage.of(failing("none"), START, true, Optional.of(found), found.plusSeconds(10))
                        .state())
                .isEqualTo(PodStage.State.READY);
    }

    @Test
    void theNearestAnnotationCounts() {
        ObjectNode pod = Json.object();
        ObjectNode deployment = Json.object();
        Json.ensure(deployment, "metadata", "annotations")
                .put(Behaviour.READY_AFTER, "3s")
                .put(Behaviour.GONE_AFTER, "1m")
                .put(Behaviour.FAIL, "nonsense");
        Json.ensure(pod, "metadata", "annotations").put(Behaviour.READY_AFTER, "250ms");
        Behaviour behaviour = Behaviour.of(List.of(pod, deployment), DELAYS);
        assertThat(behaviour).isEqualTo(new Behaviour(Duration.ofMillis(250), Duration.ofMinutes(1), Optional.empty()));
    }
}
