// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header Retry-After: seconds, or a date. A date counts from the answer's own header Date, so that a clock
 * that is wrong, here or there, does no harm. Source: https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
final class RetryAfter {
    private RetryAfter() {}

    /** Empty if there is no such header or it cannot be read; never negative. */
    static Optional<Duration> of(@Nullable String value, @Nullable String date) {
        if (value == null) {
            return Optional.empty();
        }
        String text = value.strip();
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        return moment(text).flatMap(until -> moment(date).map(now -> notNegative(Duration.between(now, until))));
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static Optional<ZonedDateTime> moment(@Nullable String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
