// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A half-dead server must not cost its deadline once for each of a thousand objects. */
class PatienceTest {
    private static final Call READ = Call.get("/api", Map.of());
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final PlayedTiming timing = new PlayedTiming();
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void aThousandRequestsToAServerThatHangsEndWithinMinutes() {
        Requests requests = retrying((call, deadline) -> {
            sent.incrementAndGet();
            timing.pause(deadline);
            throw new Unreached("no whole answer", true);
        });
        for (int object = 0; object < 1_000; object++) {
            failed(requests);
        }
        assertThat(Duration.ofNanos(timing.nanos())).isLessThan(Duration.ofMinutes(5));
        assertThat(sent.get()).isLessThan(30);
        assertThat(failed(requests))
                .isEqualTo("not asked, for 240 s were spent in vain on this cluster; last: no whole answer");
    }

    @Test
    void aThousandRequestsToAnOverloadedServerEndWithinMinutes() throws Exception {
        Requests requests = retrying((call, deadline) -> {
            sent.incrementAndGet();
            return new Answer(503, "");
        });
        for (int object = 0; object < 1_000; object++) {
            failed(requests);
        }
        assertThat(Duration.ofNanos(timing.nanos())).isLessThan(Duration.ofMinutes(5));
        assertThat(sent.get()).isLessThan(700);
    }

    @Test
    void aServerThatComesBackIsNoticedWithinSecondsAndThenTrusted() throws Exception {
        AtomicInteger code = new AtomicInteger(503);
        Requests requests = retrying((call, deadline) -> {
            sent.incrementAndGet();
            timing.pause(Duration.ofSeconds(9));
            return new Answer(code.get(), "");
        });
        for (int object = 0; object < 100; object++) {
            failed(requests);
        }
        code.set(200);
        assertThat(failed(requests)).startsWith("not asked");
        timing.pause(Duration.ofSeconds(11));
        for (int object = 0; object < 100; object++) {
            assertThat(requests.send(READ, DEADLINE).ok()).isTrue();
        }
    }

    @Test
    void aServerThatFailsEverySecondTimeIsBorneWith() throws Exception {
        Requests requests = retrying((call, deadline) -> new Answer(sent.incrementAndGet() % 2 == 0 ? 200 : 503, ""));
        for (int object = 0; object < 1_000; object++) {
            assertThat(requests.send(READ, DEADLINE).ok()).isTrue();
        }
    }

    private Requests retrying(Requests requests) {
        return new Retrying(requests, Duration.ofSeconds(10), timing, new Patience(timing), (why, asked, pause) -> {});
    }

    /** Why there was no answer; empty if there was one. */
    private static String failed(Requests requests) {
        try {
            requests.send(READ, DEADLINE);
            return "";
        } catch (Unreached e) {
            return e.why();
        }
    }
}
