// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunEvent.Failure;
import io.shakebook.spi.kube.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeaseLockTest {
    private final LockScene scene = new LockScene();

    private Failure refused(String run, Optional<String> takeOver) {
        return catchThrowableOfType(NotLocked.class, () -> scene.take(run, takeOver))
                .failure();
    }

    /** A run that was killed: nobody renews its locks any more. */
    private void dies(String run) throws Exception {
        scene.take(run);
        scene.time.silence();
        scene.events.clear();
    }

    @Test
    void freeLocksAreTakenInOrderAndGivenBackTheLastFirst() throws Exception {
        RunLock.Hold hold = scene.take("r-1");

        assertThat(List.of(scene.holder("a"), scene.holder("b"))).containsExactly("r-1", "r-1");
        assertThat(scene.lease("a").lasts()).isEqualTo(Duration.ofSeconds(30));
        assertThat(scene.lease("a").acquired()).isEqualTo(scene.time.wall());

        hold.release();
        hold.release();

        assertThat(List.of(scene.holder("a"), scene.holder("b"))).containsExactly("", "");
        assertThat(scene.time.beats()).isZero();
        assertThat(scene.events)
                .containsExactly(
                        new RunEvent.Locked("a", "space-a/shakebook-web-a", 1, Optional.empty(), "free"),
                        new RunEvent.Locked("b", "space-b/shakebook-web-b", 1, Optional.empty(), "free"),
                        new RunEvent.Unlocked("b", "space-b/shakebook-web-b"),
                        new RunEvent.Unlocked("a", "space-a/shakebook-web-a"));
    }

    @Test
    void aLockThatWasGivenBackIsTakenAgainAndCountsOn() throws Exception {
        scene.take("r-1").release();
        scene.take("r-2");
        assertThat(scene.holder("a")).isEqualTo("r-2");
        assertThat(scene.lease("a").transitions()).isEqualTo(2);
        assertThat(scene.events).noneMatch(RunEvent.Fenced.class::isInstance);
    }

    @Test
    void whoHoldsALockSinceWhenForWhichRunAndUntilWhenIsSaidAndWhatToDo() throws Exception {
        scene.take("r-1");
        scene.time.pass(Duration.ofSeconds(12));

        Failure failure = refused("r-2", Optional.empty());

        assertThat(failure.code()).isEqualTo("locked");
        assertThat(failure.summary()).isEqualTo("another run holds the lock space-a/shakebook-web-a on a");
        assertThat(failure.details())
                .containsEntry("holder", "li@ops-1")
                .containsEntry("run", "r-1")
                .containsEntry("since", "2026-11-22T21:00:00Z")
                .containsEntry("expires", "2026-11-22T21:00:30Z, by its holder's clock, unless it is renewed");
        assertThat(failure.details().get("do")).endsWith("add: --take-over r-1");
        assertThat(scene.holder("a")).isEqualTo("r-1");
    }

    @Test
    void whatWasTakenBeforeOneThatIsHeldIsGivenBack() throws Exception {
        dies("r-1");
        scene.shelf.delete("a", LockScene.A.ref());

        assertThat(refused("r-2", Optional.empty()).summary()).contains("shakebook-web-b on b");

        assertThat(scene.holder("a")).isEmpty();
        assertThat(scene.events).hasExactlyElementsOfTypes(RunEvent.Locked.class, RunEvent.Unlocked.class);
    }

    @Test
    void onlyTheLockOfTheRunThatIsNamedIsTakenOver() throws Exception {
        dies("r-1");

        assertThat(refused("r-2", Optional.of("r-9")).details()).containsEntry("run", "r-1");
        scene.take("r-2", Optional.of("r-1"));

        assertThat(List.of(scene.holder("a"), scene.holder("b"))).containsExactly("r-2", "r-2");
        assertThat(scene.events)
                .contains(new RunEvent.Locked(
                        "a", "space-a/shakebook-web-a", 2, Optional.of("run r-1 of li@ops-1"), "--take-over"));
    }

    @Test
    void anExpiredLockIsWatchedForAsLongAsItLastsBeforeItIsTaken() throws Exception {
        dies("r-1");
        scene.time.pass(Duration.ofSeconds(31));
        Duration before = scene.time.running();

        scene.take("r-2");

        assertThat(scene.time.running().minus(before))
                .as("both are watched at once")
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        assertThat(List.of(scene.holder("a"), scene.holder("b"))).containsExactly("r-2", "r-2");
        assertThat(scene.events)
                .startsWith(
                        new RunEvent.LockWatched(
                                "a", "space-a/shakebook-web-a", "run r-1 of li@ops-1", Duration.ofSeconds(30)),
                        new RunEvent.Locked(
                                "a", "space-a/shakebook-web-a", 2, Optional.of("run r-1 of li@ops-1"), "expired"));
    }

    @Test
    void whatIsTakenAlreadyIsRenewedWhileAnotherIsWatched() throws Exception {
        dies("r-1");
        scene.shelf.delete("a", LockScene.A.ref());
        scene.time.pass(Duration.ofSeconds(31));
        scene.time.during(() -> scene.time.beat(Duration.ZERO));

        scene.take("r-2");

        assertThat(Duration.between(scene.lease("a").renewed(), scene.time.wall()))
                .isLessThan(Duration.ofSeconds(11));
    }

    @Test
    void aHolderWhoseClockIsLateKeepsItsLock() throws Exception {
        scene.take("r-1");
        scene.time.setClock(Duration.ofHours(1));
        scene.time.during(() -> {
            scene.time.setClock(Duration.ofHours(-1));
            scene.time.beat(Duration.ofSeconds(10));
            scene.time.setClock(Duration.ofHours(1));
        });

        assertThat(refused("r-2", Optional.empty()).details()).containsEntry("run", "r-1");
        assertThat(scene.holder("a")).isEqualTo("r-1");
    }

    @Test
    void aLockThatIsGivenBackWhileItIsWatchedIsFree() throws Exception {
        RunLock.Hold first = scene.take("r-1");
        scene.time.setClock(Duration.ofHours(1));
        scene.time.during(first::release);
        scene.take("r-2");
        assertThat(scene.holder("b")).isEqualTo("r-2");
        assertThat(scene.events).noneMatch(RunEvent.Fenced.class::isInstance);
    }

    @Test
    void whoIsAskedToStopWhileItWatchesStops() throws Exception {
        dies("r-1");
        scene.time.pass(Duration.ofMinutes(1));
        scene.time.during(() -> scene.stopped = true);
        assertThatThrownBy(() -> scene.take("r-2")).isInstanceOf(InterruptedException.class);
        assertThat(scene.holder("a")).isEqualTo("r-1");
    }

    @Test
    void aLostAnswerIsSettledByReading() throws Exception {
        scene.shelf.loseAnswers(1);
        scene.take("r-1");
        assertThat(scene.holder("a")).isEqualTo("r-1");
        assertThat(scene.lease("a").transitions()).as("taken once").isEqualTo(1);
    }

    @Test
    void aClusterThatGivesNoAnswerOrRefusesIsSaid() {
        scene.shelf.refuse(Kind.LEASE, true);
        assertThat(refused("r-1", Optional.empty()).code()).isEqualTo("refused");
        scene.shelf.refuse(Kind.LEASE, false);

        scene.shelf.darken("b");
        Failure failure = refused("r-1", Optional.empty());
        assertThat(failure.code()).isEqualTo("unreachable");
        assertThat(failure.summary()).contains("shakebook-web-b on b", "connection refused");
        assertThat(scene.holder("a")).as("given back").isEmpty();
    }

    @Test
    void aClusterThatAnswersReadsAndNoWriteIsNotSaidToBeHeldByOthers() {
        scene.mayBeDown = true;
        scene.shelf.swallowWrites("answer 503");
        Failure failure = refused("r-1", Optional.empty());
        assertThat(failure.code()).isEqualTo("unreachable");
        assertThat(failure.summary()).isEqualTo("the lock space-a/shakebook-web-a on a cannot be taken: answer 503");
        assertThat(failure.details()).containsEntry("do", "run again when the cluster answers");

        scene.shelf.swallowWrites("answer 500, failed calling webhook \"w.example.com\": connection refused");
        assertThat(refused("r-2", Optional.empty()).details().get("do"))
                .isEqualTo("have the webhook \"w.example.com\" mended by whoever administers \"a\"; the cluster itself"
                        + " answers; then run again");
    }

    @Test
    void aSiteThatMayBeDownAndIsIsNotLocked() throws Exception {
        scene.mayBeDown = true;
        scene.shelf.darken("a");
        RunLock.Hold hold = scene.take("r-1");
        assertThat(scene.holder("b")).isEqualTo("r-1");
        assertThat(scene.events)
                .startsWith(new RunEvent.NotLocked("a", "space-a/shakebook-web-a", "connection refused"));
        hold.demand("b");
    }
}
