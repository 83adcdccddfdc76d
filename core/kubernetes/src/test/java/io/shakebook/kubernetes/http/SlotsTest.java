// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final Duration FOR_EVER = Duration.ofHours(1);

    @Test
    void aSlotThatIsOpenIsWaitedForBeforeAnotherOneIsOpened() throws Exception {
        Slots slots = new Slots(4, FOR_EVER);
        slots.take();
        CompletableFuture<Void> second = taken(slots);
        while (!slots.areWaitedFor() && !second.isDone()) {
            Thread.onSpinWait();
        }
        assertThat(second).isNotDone();
        slots.give();
        second.get(20, TimeUnit.SECONDS);
    }

    @Test
    void anotherOneIsOpenedForWhoWaitedAMoment() throws Exception {
        Slots slots = new Slots(3, Duration.ofMillis(1));
        for (int number = 0; number < 3; number++) {
            taken(slots).get(20, TimeUnit.SECONDS);
        }
        CompletableFuture<Void> oneTooMany = taken(slots);
        while (!slots.areWaitedFor() && !oneTooMany.isDone()) {
            Thread.onSpinWait();
        }
        assertThat(oneTooMany).isNotDone();
        slots.give();
        oneTooMany.get(20, TimeUnit.SECONDS);
    }

    @Test
    void whatWasOpenedIsTakenWithoutWaiting() throws Exception {
        Slots slots = new Slots(2, Duration.ofMillis(1));
        slots.take();
        slots.take();
        slots.give();
        slots.give();
        assertThat(slots.take(Duration.ZERO)).isTrue();
        assertThat(slots.take(Duration.ZERO)).isTrue();
        assertThat(slots.take(Duration.ZERO)).isFalse();
    }

    private static CompletableFuture<Void> taken(Slots slots) {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                slots.take();
                taken.complete(null);
            } catch (InterruptedException e) {
                taken.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return taken;
    }
}
