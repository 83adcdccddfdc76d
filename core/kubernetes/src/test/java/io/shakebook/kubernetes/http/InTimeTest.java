// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InTimeTest {
    private static final Call READ = Call.get("/api", Map.of());
    private static final Duration QUESTION = Duration.ofSeconds(30);

    private final PlayedTiming timing = new PlayedTiming();
    private final Slots slots = new Slots(1, Duration.ZERO);
    private final List<Duration> deadlines = new ArrayList<>();
    /** Each answer takes four seconds, if it may. */
    private final AtMost requests = new AtMost(slots, (call, deadline) -> {
        deadlines.add(deadline);
        timing.pause(deadline.compareTo(Duration.ofSeconds(4)) < 0 ? deadline : Duration.ofSeconds(4));
        return new Answer(200, "");
    });

    @Test
    void requestsShareTheTimeAndTheOneThatComesTooLateIsNotSent() throws Exception {
        Requests hurried = requests.within(new TimeLeft(timing, Duration.ofSeconds(10)));

        for (int each = 0; each < 3; each++) {
            hurried.send(READ, QUESTION);
        }

        assertThat(deadlines).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(6), Duration.ofSeconds(2));
        assertThatThrownBy(() -> hurried.send(READ, QUESTION))
                .isInstanceOf(Unreached.class)
                .hasMessage("not asked, since what was asked before took all the time");
        assertThat(deadlines).hasSize(3);
        assertThat(slots.take(Duration.ZERO)).isTrue();
    }

    @Test
    void aShorterDeadlineOfTheRequestItselfStays() throws Exception {
        requests.within(new TimeLeft(timing, QUESTION)).send(READ, Duration.ofSeconds(1));

        assertThat(deadlines).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aTurnThatDoesNotComeIsNotWaitedForAnyLonger() throws Exception {
        slots.take(); // by a request that has no answer

        assertThatThrownBy(() -> requests.within(new TimeLeft(timing, Duration.ofMillis(50)))
                        .send(READ, QUESTION))
                .isInstanceOf(Unreached.class)
                .hasMessage("not asked, since other requests to it have had no answer yet");
        assertThat(deadlines).isEmpty();
        assertThat(slots.take(Duration.ZERO)).isFalse();
    }
}
