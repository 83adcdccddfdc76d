// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.engine.event.RunEvent;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a lock is kept, and how its holder learns that it has it no more. */
class HeldLeaseTest {
    private static final Duration TEN = Duration.ofSeconds(10);
    private final LockScene scene = new LockScene();

    private static void isLost(RunLock.Hold hold, String why) {
        assertThatThrownBy(() -> hold.demand("b")).isInstanceOf(LockLost.class).hasMessageContaining(why);
    }

    @Test
    void itIsRenewedAgainAndAgainAndStaysOurs() throws Exception {
        RunLock.Hold hold = scene.take("r-1");
        for (int i = 0; i < 30; i++) {
            scene.time.beat(TEN);
            hold.demand("b");
        }
        assertThat(scene.lease("a").renewed()).isEqualTo(scene.time.wall());
        assertThat(scene.lease("a").transitions()).isEqualTo(1);
        assertThat(scene.shelf.writes()).as("one renewal of each at a time").hasSize(2 + 60);
    }

    @Test
    void whatIsYoungIsNotRenewed() throws Exception {
        RunLock.Hold hold = scene.take("r-1");
        scene.time.beat(Duration.ofSeconds(4));
        hold.demand("b");
        assertThat(scene.shelf.writes()).hasSize(2);
    }

    @Test
    void aHolderFromWhomItWasTakenAMomentAgoWritesNoMoreThoughItIsYoung() throws Exception {
        RunLock.Hold first = scene.take("r-1");
        first.demand("b");
        scene.take("r-2", Optional.of("r-1"));
        isLost(first, "it is held by run r-2 of li@ops-1");
        assertThat(scene.lost).isEqualTo(1);
    }

    @Test
    void aClusterWithoutAnAnswerEndsNothingAsLongAsNobodyMayHaveTakenTheLock() throws Exception {
        RunLock.Hold hold = scene.take("r-1");
        scene.shelf.darken("a");
        scene.time.pass(HeldLease.SURE.minusMillis(1));
        hold.demand("b");
        scene.time.pass(Duration.ofMillis(1));
        isLost(hold, "it could not be renewed for 10 s: connection refused");
    }

    @Test
    void aHolderFromWhomItWasTakenIsToldOnceAndWritesNoMore() throws Exception {
        RunLock.Hold first = scene.take("r-1");
        scene.take("r-2", Optional.of("r-1"));
        scene.events.clear();

        scene.time.beat(TEN);

        assertThat(scene.events)
                .containsExactly(
                        new RunEvent.LockLost("a", "space-a/shakebook-web-a", "it is held by run r-2 of li@ops-1"));
        assertThat(scene.lost).isEqualTo(1);
        isLost(first, "it is held by run r-2 of li@ops-1");
        first.release();
        assertThat(scene.lost).isEqualTo(1);
        assertThat(scene.holder("a")).as("what is another's is not given back").isEqualTo("r-2");
    }

    @Test
    void aRunThatGoesOnElsewhereUnderTheSameNameIsAnotherHolder() throws Exception {
        RunLock.Hold first = scene.take("r-1");
        scene.take("r-1", Optional.of("r-1"));
        scene.time.pass(Duration.ofSeconds(21));
        isLost(first, "it is held by run r-1");
    }

    @Test
    void aLeaseThatWasDeletedIsLost() throws Exception {
        RunLock.Hold hold = scene.take("r-1");
        scene.shelf.delete("b", LockScene.B.ref());
        scene.time.beat(TEN);
        isLost(hold, "the Lease was deleted");
        assertThat(scene.shelf.find("b", LockScene.B.ref())).isEmpty();
    }

    @Test
    void whatCouldNotBeRenewedInTimeIsLostBeforeTheNextWrite() throws Exception {
        RunLock.Hold hold = scene.take("r-1");
        scene.shelf.darken("a");
        scene.time.beat(Duration.ofSeconds(6));
        hold.demand("b");
        scene.time.beat(TEN);
        isLost(hold, "it could not be renewed for 16 s: connection refused");
        assertThat(scene.lost).isEqualTo(1);

        scene.shelf.lighten("a");
        isLost(hold, "it could not be renewed");
    }

    @Test
    void aRenewalThatSucceedsProvesThatNobodyHadItInBetween() throws Exception {
        RunLock.Hold hold = scene.take("r-1");
        scene.shelf.darken("a");
        scene.time.beat(TEN);
        scene.time.beat(Duration.ofMinutes(5));
        scene.shelf.lighten("a");
        hold.demand("b");
        assertThat(scene.lease("a").renewed()).isEqualTo(scene.time.wall());
    }

    @Test
    void aMachineThatSleptAsksBeforeItWrites() throws Exception {
        RunLock.Hold hold = scene.take("r-1");
        scene.time.setClock(Duration.ofHours(8)); // while it sleeps, only the wall's clock goes on
        hold.demand("b");
        assertThat(scene.lease("a").renewed()).isEqualTo(scene.time.wall());

        RunLock.Hold other = scene.take("r-2", Optional.of("r-1"));
        scene.time.setClock(Duration.ofHours(8));
        isLost(hold, "r-2");
        other.demand("b");
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeALockYounger() throws Exception {
        RunLock.Hold hold = scene.take("r-1");
        scene.time.setClock(Duration.ofHours(-1));
        scene.time.pass(Duration.ofSeconds(25));
        scene.shelf.darken("b");
        isLost(hold, "it could not be renewed for 25 s");
    }

    @Test
    void aPersonWhoLabelsTheLeaseTakesNothing() throws Exception {
        RunLock.Hold hold = scene.take("r-1");
        scene.shelf.label("a", LockScene.A.ref());
        scene.time.beat(TEN);
        hold.demand("b");
        assertThat(scene.lease("a").renewed()).isEqualTo(scene.time.wall());
    }

    @Test
    void aRenewalWhoseAnswerIsLostIsOurOwnWrite() throws Exception {
        RunLock.Hold hold = scene.take("r-1");
        scene.shelf.loseAnswers(1);
        scene.time.beat(TEN);
        scene.time.beat(TEN);
        hold.demand("b");
        assertThat(scene.lost).isZero();
    }

    @Test
    void aSiteThatMayBeDownMayGoDarkLaterAsLongAsNothingIsWrittenThere() throws Exception {
        scene.mayBeDown = true;
        RunLock.Hold hold = scene.take("r-1");
        scene.shelf.darken("a");
        for (int i = 0; i < 6; i++) {
            scene.time.beat(TEN);
            hold.demand("b");
        }
        assertThatThrownBy(() -> hold.demand("a")).isInstanceOf(LockLost.class).hasMessageContaining("60 s");
    }

    @Test
    void aSiteThatMayBeDownIsLostAllTheSameWhenSomebodyElseHasIt() throws Exception {
        scene.mayBeDown = true;
        RunLock.Hold hold = scene.take("r-1");
        scene.take("r-2", Optional.of("r-1"));
        scene.time.beat(TEN);
        isLost(hold, "web-a on a is lost: it is held by run r-2");
    }

    @Test
    void whatCannotBeGivenBackExpires() throws Exception {
        RunLock.Hold hold = scene.take("r-1");
        scene.events.clear();
        scene.shelf.darken("a");
        hold.release();
        assertThat(scene.events)
                .containsExactly(
                        new RunEvent.Unlocked("b", "space-b/shakebook-web-b"),
                        new RunEvent.LockLeft("a", "space-a/shakebook-web-a", "connection refused"));
        assertThat(scene.holder("a")).isEqualTo("r-1");
    }
}
