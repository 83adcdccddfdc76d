// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Stale;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A holder that was paused right before a write, and from whom the lock was taken, writes nothing any more. */
class FenceTest {
    private static final Duration SOON = Duration.ofSeconds(1);
    private final LockScene scene = new LockScene();

    @BeforeEach
    void objectsAreThere() {
        for (String name : List.of("x", "old")) {
            scene.shelf.with("b", Manifest.of(LockScene.config(name), Map.of("data", Map.of("k", "v"))));
        }
    }

    private RunEvent.Fenced fenced() {
        List<RunEvent.Fenced> found = scene.events.stream()
                .filter(RunEvent.Fenced.class::isInstance)
                .map(RunEvent.Fenced.class::cast)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private void isRefused(ReadyChange late) {
        assertThatThrownBy(() -> scene.shelf.write(late, SOON)).isInstanceOf(Stale.class);
    }

    @Test
    void itsLateWritesAreRefusedAfterATakeover() throws Exception {
        scene.kept.put("r-1", scene.plan("old", "missing"));
        scene.take("r-1");
        ReadyChange late = scene.lateWrite("old");

        scene.take("r-2", Optional.of("r-1"));

        isRefused(late);
        assertThat(fenced())
                .isEqualTo(new RunEvent.Fenced(
                        "r-1",
                        true,
                        List.of("ConfigMap space-b/old on b"),
                        List.of("ConfigMap space-b/missing on b"),
                        Map.of()));
        assertThat(scene.shelf.find("b", LockScene.config("missing")))
                .as("made by a fence")
                .isEmpty();
        assertThat(scene.lease("b").unfenced()).isEmpty();
    }

    @Test
    void itsLateWritesAreRefusedAfterItsLockExpired() throws Exception {
        scene.kept.put("r-1", scene.plan("old"));
        scene.take("r-1");
        ReadyChange late = scene.lateWrite("old");
        scene.time.pass(Duration.ofMinutes(1));
        scene.take("r-2");
        isRefused(late);
    }

    @Test
    void ifItsPlanIsNotKeptTheObjectsOfThePlanAtHandAreTouchedAndThatIsSaid() throws Exception {
        scene.take("r-1");
        ReadyChange late = scene.lateWrite("x");
        scene.take("r-2", Optional.of("r-1"));
        isRefused(late);
        assertThat(fenced())
                .isEqualTo(new RunEvent.Fenced(
                        "r-1",
                        false,
                        List.of("ConfigMap space-b/x on b"),
                        List.of("ConfigMap space-b/y on b"),
                        Map.of()));
    }

    @Test
    void aRunThatGoesOnWhereItsProcessMayStillLiveIsFencedAgainstItself() throws Exception {
        scene.kept.put("r-1", scene.plan("old"));
        RunLock.Hold paused = scene.take("r-1");
        ReadyChange late = scene.lateWrite("old");

        scene.take("r-1", Optional.of("r-1"));

        isRefused(late);
        assertThatThrownBy(() -> paused.demand("b")).isInstanceOf(LockLost.class);
        assertThat(fenced().run()).isEqualTo("r-1");
    }

    @Test
    void aRunThatGoesOnWhereItsProcessIsSurelyDeadTouchesNothing() throws Exception {
        scene.kept.put("r-1", scene.plan("old"));
        scene.take("r-1");
        scene.time.silence();
        String before = scene.lateWrite("old").guard().toString();
        scene.take("r-1");
        assertThat(scene.lateWrite("old").guard()).hasToString(before);
        assertThat(scene.events).noneMatch(RunEvent.Fenced.class::isInstance);
    }

    @Test
    void eachTakeoverTouchesThemAnew() throws Exception {
        scene.take("r-1");
        scene.take("r-2", Optional.of("r-1"));
        ReadyChange late = scene.lateWrite("x");
        scene.take("r-3", Optional.of("r-2"));
        isRefused(late);
        assertThat(scene.shelf
                        .find("b", LockScene.config("x"))
                        .orElseThrow()
                        .text("metadata", "annotations", "shakebook.io/fence"))
                .isEqualTo("2");
    }

    @Test
    void withoutTheFenceTheLockIsNotTakenAndWhoeverComesNextRaisesIt() throws Exception {
        scene.take("r-1");
        ReadyChange late = scene.lateWrite("x");
        scene.shelf.refuse(Kind.CONFIG_MAP, true);

        NotLocked refused = catchThrowableOfType(NotLocked.class, () -> scene.take("r-2", Optional.of("r-1")));
        assertThat(refused.failure().summary()).contains("ConfigMap space-b/x on b could not be touched");
        assertThat(scene.holder("b")).isEmpty();
        assertThat(scene.lease("b").unfenced()).containsExactly(new Holder("li@ops-1", "r-1"));

        scene.shelf.refuse(Kind.CONFIG_MAP, false);
        scene.events.clear();
        scene.take("r-3");
        isRefused(late);
        assertThat(fenced().run()).isEqualTo("r-1");
        assertThat(scene.lease("b").unfenced()).isEmpty();
    }
}
