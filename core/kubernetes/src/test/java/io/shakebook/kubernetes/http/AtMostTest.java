// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class AtMostTest {
    private static final Call READ = Call.get("/api", Map.of());
    private static final Answer FINE = new Answer(200, "");

    @Test
    void aRequestWaitsForASlotAndGivesItBackWhateverHappens() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Slots slots = new Slots(1, Duration.ZERO);
        Requests held = new AtMost(slots, (call, deadline) -> {
            inside.countDown();
            await(leave);
            throw new Unreached("reset", true);
        });
        Executor ownThread = work -> new Thread(work).start(); // the common pool may have one thread for both
        CompletableFuture<Void> first = CompletableFuture.runAsync(
                () -> assertThatThrownBy(() -> held.send(READ, Duration.ofSeconds(20)))
                        .hasMessage("reset"),
                ownThread);
        await(inside);
        Requests second = new AtMost(slots, (call, deadline) -> FINE);
        CompletableFuture<Answer> queued =
                CompletableFuture.supplyAsync(() -> sent(second, Duration.ofNanos(1)), ownThread);
        while (!slots.areWaitedFor()) {
            Thread.onSpinWait();
        }
        leave.countDown();
        first.get();
        assertThat(queued.get()).isEqualTo(FINE); // the time in the queue is not the server's
        assertThat(sent(second, Duration.ofSeconds(20))).isEqualTo(FINE);
    }

    private static Answer sent(Requests requests, Duration deadline) {
        try {
            return requests.send(READ, deadline);
        } catch (Unreached e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
