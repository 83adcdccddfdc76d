// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A whole answer. Does not show its body, which may hold a secret.
 *
 * @param code HTTP status code
 * @param retryAfter how long the server wants to be left alone
 * @param warnings what the server says it does not like, as text that anybody may have sent
 * @param movedTo where a redirect leads, without path and query, which may hold a secret; empty if it is none
 */
public record Answer(int code, Optional<Duration> retryAfter, List<String> warnings, String movedTo, String body) {
    public Answer {
        requireNonNull(retryAfter, "retryAfter");
        warnings = List.copyOf(warnings);
        requireNonNull(movedTo, "movedTo");
        requireNonNull(body, "body");
    }

    /** One without such headers. */
    public Answer(int code, String body) {
        this(code, Optional.empty(), List.of(), "", body);
    }

    public boolean ok() {
        return code >= 200 && code < 300;
    }

    @Override
    public String toString() {
        return "answer " + code;
    }
}
