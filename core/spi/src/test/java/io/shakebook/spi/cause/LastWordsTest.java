// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastWordsTest {

    @Test
    void aStackTraceIsNoCause() {
        List<String> log = List.of(
                "2022-11-01 10:00:00 INF start",
                "panic: dial tcp 10.0.1.11:31865: connect: connection refused",
                "",
                "goroutine 1 [running]:",
                "main.main()",
                "\t/app/cmd/redis-shake/main.go:55 +0x1d");

        assertThat(new LastWords(log).line()).contains("panic: dial tcp 10.0.1.11:31865: connect: connection refused");
    }

    @Test
    void withoutAPanicTheLastLineCounts() {
        assertThat(new LastWords(List.of("one", "two", " ")).line()).contains("two");
        assertThat(new LastWords(List.of()).line()).isEmpty();
    }

    @Test
    void coloursAndControlCharactersAreLeftOut() {
        assertThat(new LastWords(List.of("\u001b[31mPNC\u001b[0m\tno\rluck")).line())
                .contains("PNC no luck");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3| password = \"s3cr3t\" # keep empty if none",
                "Password: s3cr3t",
                "panic: ERR AUTH s3cr3t failed",
                "requirepass s3cr3t",
                "{\"password\":\"s3cr3t\"}"
            })
    void aPasswordIsNotShown(String line) {
        assertThat(new LastWords(List.of(line)).line().orElseThrow())
                .doesNotContain("s3cr3t")
                .endsWith("(masked)");
    }

    @Test
    void aVeryLongLineIsCut() {
        assertThat(new LastWords(List.of("x".repeat(500))).line().orElseThrow()).hasSize(201);
    }
}
