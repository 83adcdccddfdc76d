// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryingTest {
    private static final Call READ = Call.get("/api", Map.of());
    private static final Call WRITE = Call.apply("/api", Map.of(), Map.of());
    private static final Answer FINE = answer(200);

    private final PlayedTiming timing = new PlayedTiming();
    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<Duration> deadlines = new ArrayList<>();
    private final Requests requests =
            new Retrying(this::played, Duration.ofSeconds(10), timing, new Patience(timing), this::heard);
    private final List<String> inVain = new ArrayList<>();

    private void heard(String why, Duration asked, Duration pause) {
        inVain.add(why + " after " + asked.toMillis() + " and " + pause.toMillis());
    }

    @Test
    void whatIsAskedAgainIsToldAndWhatIsGivenUpIsNot() throws Exception {
        answers.addAll(List.of(new Unreached("reset", true), answer(503), FINE));
        send(READ);
        assertThat(inVain).containsExactly("reset after 0 and 250", "answer 503 after 250 and 500");

        inVain.clear();
        answers.addAll(List.of(answer(503), answer(503), answer(503), answer(503)));
        send(READ);
        assertThat(inVain).hasSize(3);
        answers.add(new Unreached("not trusted", false));
        assertThatThrownBy(() -> send(READ)).isInstanceOf(Unreached.class);
        assertThat(inVain).hasSize(3);
    }

    @Test
    void aReadIsAskedAgainAfterFaultsWithGrowingPauses() throws Exception {
        answers.addAll(List.of(new Unreached("reset", true), answer(503), answer(500), FINE));
        assertThat(send(READ)).isEqualTo(FINE);
        assertThat(timing.pauses()).containsExactly(millis(250), millis(500), millis(1000));
    }

    @Test
    void aDryRunWaitsForTheWebhooksOfTheCluster() throws Exception {
        answers.add(FINE);
        send(Call.apply("/api", Map.of("dryRun", "All"), Map.of()));
        answers.add(FINE);
        send(READ);
        assertThat(deadlines).containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(10));
    }

    @Test
    void fourTriesAreEnough() throws Exception {
        answers.addAll(List.of(answer(503), answer(503), answer(503), answer(503), FINE));
        assertThat(send(READ).code()).isEqualTo(503);
        answers.clear();
        for (int i = 0; i < 4; i++) {
            answers.add(new Unreached("refused", true));
        }
        assertThatThrownBy(() -> send(READ)).isInstanceOf(Unreached.class);
    }

    @Test
    void retryAfterIsKeptTo() throws Exception {
        answers.addAll(List.of(new Answer(429, Optional.of(Duration.ofSeconds(7)), List.of(), "", ""), FINE));
        assertThat(send(READ)).isEqualTo(FINE);
        assertThat(timing.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aPauseThatDoesNotFitIntoTheDeadlineIsNotBegun() throws Exception {
        answers.addAll(List.of(new Answer(429, Optional.of(Duration.ofSeconds(3600)), List.of(), "", ""), FINE));
        assertThat(send(READ).code()).isEqualTo(429);
        assertThat(timing.pauses()).isEmpty();
    }

    @Test
    void aWriteIsSentAgainOnlyWhenTheServerHasNotBegun() throws Exception {
        answers.addAll(List.of(new Answer(429, Optional.of(Duration.ofSeconds(1)), List.of(), "", ""), FINE));
        assertThat(send(WRITE)).isEqualTo(FINE);
        answers.addAll(List.of(answer(503), FINE));
        assertThat(send(WRITE).code()).isEqualTo(503);
        answers.clear();
        answers.add(new Unreached("reset", true));
        assertThatThrownBy(() -> send(WRITE)).isInstanceOf(Unreached.class);
        assertThat(timing.pauses()).hasSize(1);
    }

    @Test
    void whatWouldFailEachTimeIsNotAskedAgain() throws Exception {
        answers.add(new Answer(500, "failed to create typed patch object: .spec.typo"));
        assertThat(send(READ).code()).isEqualTo(500);
        answers.add(answer(404));
        assertThat(send(READ).code()).isEqualTo(404);
        answers.add(new Unreached("not trusted", false));
        assertThatThrownBy(() -> send(READ)).isInstanceOf(Unreached.class);
        assertThat(timing.pauses()).isEmpty();
    }

    @Test
    void ofATryThatHadOnlyTheRestOfTheTimeNothingIsTold() {
        Requests silent = (call, deadline) -> {
            timing.pause(deadline);
            throw new Unreached("nothing within " + deadline.toMillis() + " ms", true);
        };
        Requests asking =
                new Retrying(silent, Duration.ofSeconds(10), timing, new Patience(timing), (why, asked, pause) -> {});
        assertThatThrownBy(() -> asking.send(READ, Duration.ofSeconds(21))).hasMessage("nothing within 10000 ms");
        assertThatThrownBy(() -> asking.send(READ, Duration.ofSeconds(2))).hasMessage("nothing within 2000 ms");
    }

    @Test
    void oneTryOfAReadMayNotEatTheWholeDeadlineButAWriteHasOneTryOnly() throws Exception {
        answers.addAll(List.of(FINE, FINE));
        send(READ);
        send(WRITE);
        assertThat(deadlines).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    private Answer send(Call call) throws Unreached {
        return requests.send(call, Duration.ofSeconds(30));
    }

    private Answer played(Call call, Duration deadline) throws Unreached {
        deadlines.add(deadline);
        Object next = answers.remove();
        if (next instanceof Unreached unreached) {
            throw unreached;
        }
        return (Answer) next;
    }

    private static Answer answer(int code) {
        return new Answer(code, "");
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
