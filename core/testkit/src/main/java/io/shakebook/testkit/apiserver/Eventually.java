// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until the answer is right; the one place where a test waits for what a server does in its own time. */
public final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Duration patience;

    public Eventually(Duration patience) {
        this.patience = patience;
    }

    /** The first answer that passes; fails with the last answer when the patience is at an end. */
    public <T> T get(String what, Supplier<T> question, Predicate<T> right) {
        long deadline = System.nanoTime() + patience.toNanos();
        T answer = question.get();
        while (!right.test(answer)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + patience + ": " + what + "; last answer: " + answer);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = question.get();
        }
        return answer;
    }
}
