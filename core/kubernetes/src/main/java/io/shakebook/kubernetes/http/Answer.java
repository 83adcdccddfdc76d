// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A whole answer. Does not show its body, which may hold a secret.
 *
 * @param code HTTP status code
 * @param retryAfter the header of this name
 */
public record Answer(int code, Optional<String> retryAfter, String body) {
    public Answer {
        requireNonNull(retryAfter, "retryAfter");
        requireNonNull(body, "body");
    }

    public boolean ok() {
        return code >= 200 && code < 300;
    }

    @Override
    public String toString() {
        return "answer " + code;
    }
}
