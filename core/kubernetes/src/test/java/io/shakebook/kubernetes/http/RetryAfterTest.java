// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seconds or a date, and nothing else. */
class RetryAfterTest {
    private static final String DATE = "Wed, 21 Oct 2026 07:28:00 GMT";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2                              | 2",
                "3600                           | 3600",
                "0                              | 0",
                "Wed, 21 Oct 2026 07:28:05 GMT  | 5",
                "Wed, 21 Oct 2026 07:27:00 GMT  | 0",
                "Wed, 21 Oct 2026 08:28:00 GMT  | 3600",
                "-1                             |",
                "soon                           |",
                "99999999999999999999           |",
                "2026-10-21T07:28:05Z           |",
            })
    void isReadAsSeconds(String header, Long seconds) {
        assertThat(RetryAfter.of(header, DATE).map(pause -> pause.toSeconds())).isEqualTo(Optional.ofNullable(seconds));
    }

    @org.junit.jupiter.api.Test
    void aDateWithoutTheServersOwnClockSaysNothing() {
        assertThat(RetryAfter.of(DATE, null)).isEmpty();
        assertThat(RetryAfter.of(null, DATE)).isEmpty();
    }
}
