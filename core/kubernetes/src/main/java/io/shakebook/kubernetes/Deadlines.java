// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long we wait.
 *
 * @param connect for a connection
 * @param answer for one whole answer to a read
 * @param question for a read with all its retries
 */
public record Deadlines(Duration connect, Duration answer, Duration question) {
    public static final Deadlines USUAL =
            new Deadlines(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30));

    public Deadlines {
        requireNonNull(connect, "connect");
        requireNonNull(answer, "answer");
        requireNonNull(question, "question");
    }
}
