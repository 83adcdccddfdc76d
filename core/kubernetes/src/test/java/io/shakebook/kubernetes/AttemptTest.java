// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.kubernetes.http.Unreached;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptTest {
    private final List<String> made = new ArrayList<>();

    @Test
    void whatIsMadeIsMadeOnce() throws Exception {
        Attempt<String> attempt = new Attempt<>(() -> {
            made.add("x");
            return "x";
        });
        List<String> used = new ArrayList<>();
        attempt.ifMade(used::add);
        assertThat(attempt.get()).isSameAs(attempt.get());
        attempt.ifMade(used::add);
        assertThat(made).hasSize(1);
        assertThat(used).containsExactly("x");
    }

    @Test
    void afterAFailureTheNextOneTriesAgain() throws Exception {
        Attempt<String> attempt = new Attempt<>(() -> {
            made.add("x");
            if (made.size() == 1) {
                throw new Unreached("down", true);
            }
            return "up";
        });
        assertThatThrownBy(attempt::get).isInstanceOf(Unreached.class).hasMessage("down");
        assertThat(attempt.get()).isEqualTo("up");
    }
}
