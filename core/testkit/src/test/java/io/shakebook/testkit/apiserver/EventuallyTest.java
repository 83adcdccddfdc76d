// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventuallyTest {
    @Test
    void itAsksUntilTheAnswerIsRight() {
        AtomicInteger asked = new AtomicInteger();
        int answer = new Eventually(Duration.ofMinutes(1)).get("three", asked::incrementAndGet, n -> n == 3);
        assertThat(answer).isEqualTo(3);
    }

    @Test
    void itFailsWithTheLastAnswer() {
        assertThatThrownBy(() -> new Eventually(Duration.ZERO).get("a yes", () -> "no", "yes"::equals))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a yes")
                .hasMessageContaining("last answer: no");
    }
}
