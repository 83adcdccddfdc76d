// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.time.Duration;
import java.util.Optional;

/**
 * Asks again, with growing pauses, within the deadline of the whole call: requests that change nothing after a broken
 * connection, an overload or an error of the server; writes only after a 429, by which the server says that it has not
 * begun. Retry-After is kept to.
 */
public final class Retrying implements Requests {
    private static final int MOST_TRIES = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Requests requests;
    private final Duration perTry;
    private final Timing timing;

    /** @param perTry longest wait for one answer */
    public Retrying(Requests requests, Duration perTry, Timing timing) {
        this.requests = requests;
        this.perTry = perTry;
        this.timing = timing;
    }

    @Override
    public Answer send(Call call, Duration deadline) throws Unreached {
        long end = timing.nanos() + deadline.toNanos();
        for (int tries = 1; ; tries++) {
            Duration left = Duration.ofNanos(end - timing.nanos());
            Duration pause = pause(tries);
            try {
                Answer answer = requests.send(call, call.changesNothing() ? shorter(left, perTry) : left);
                pause = demanded(answer).orElse(pause);
                if (tries == MOST_TRIES || !mayBeAskedAgain(call, answer) || !fits(pause, end)) {
                    return answer;
                }
            } catch (Unreached e) {
                if (tries == MOST_TRIES || !call.changesNothing() || !e.passing() || !fits(pause, end)) {
                    throw e;
                }
            }
            rest(pause);
        }
    }

    private static boolean mayBeAskedAgain(Call call, Answer answer) {
        if (answer.code() == 429) {
            return true;
        }
        boolean serverFault = answer.code() >= 500 && answer.code() != 501;
        return call.changesNothing() && serverFault && !TypedPatch.refused(answer);
    }

    private boolean fits(Duration pause, long end) {
        return timing.nanos() + pause.toNanos() < end;
    }

    /** Doubles each time; between half and the whole of it. */
    private Duration pause(int tries) {
        long nanos = FIRST_PAUSE.toNanos() << (tries - 1);
        return Duration.ofNanos((long) (nanos * (0.5 + timing.chance() / 2)));
    }

    private void rest(Duration pause) throws Unreached {
        try {
            timing.pause(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreached("interrupted", false);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** The header counts in whole seconds; an API server never sends a date. */
    private static Optional<Duration> demanded(Answer answer) {
        return answer.retryAfter()
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
