// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Asks again, with growing pauses, within the deadline of the whole call and the patience with the whole cluster:
 * requests that change nothing after a broken connection, an overload or an error of the server; writes only after a
 * 429, by which the server says that it has not begun. Retry-After is kept to
 * unless our own pause is longer, as it is for a moment in the past; a pause that does not fit is not begun.
 */
public final class Retrying implements Requests {
    private static final int MOST_TRIES = 4;
    /** Who was too slow, too early or too many; the first two are words of what stands in front of a server. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Requests requests;
    private final Duration perTry;
    private final Timing timing;
    private final Patience patience;
    private final InVain inVain;

    /**
     * @param perTry longest wait for one answer to a read; a dry run has twice the time
     * @param patience shared by all who send to the same cluster
     * @param inVain hears why a question takes longer
     */
    public Retrying(Requests requests, Duration perTry, Timing timing, Patience patience, InVain inVain) {
        this.requests = requests;
        this.perTry = perTry;
        this.timing = timing;
        this.patience = patience;
        this.inVain = inVain;
    }

    @Override
    public Answer send(Call call, Duration deadline) throws Unreached {
        long start = timing.nanos();
        long end = start + deadline.toNanos();
        Optional<Unreached> before = Optional.empty();
        boolean renewed = false;
        Duration most = call.answeredAtOnce() ? perTry : perTry.multipliedBy(2);
        for (int tries = 1; ; tries++) {
            demandPatience();
            long begun = timing.nanos();
            Duration left = Duration.ofNanos(end - begun);
            Duration pause = pause(tries);
            String why;
            try {
                Answer answer = requests.send(call, call.changesNothing() ? shorter(left, most) : left);
                if (answer.code() == 401 && !renewed && fits(Duration.ZERO, end) && requests.renew()) {
                    renewed = true; // nothing was done, so that a write may be sent again, too
                    continue;
                }
                if (!faulty(answer)) {
                    patience.answered();
                    return answer;
                }
                why = answer.toString();
                failed(begun, why);
                pause = longer(pause, answer.retryAfter().orElse(Duration.ZERO));
                if (tries == MOST_TRIES || !mayBeAskedAgain(call, answer) || !fits(pause, end)) {
                    return answer;
                }
            } catch (Unreached e) {
                why = e.why();
                failed(begun, why);
                if (tries == MOST_TRIES || !call.changesNothing() || !e.passing() || !fits(pause, end)) {
                    throw ranOut(left, most, end) ? before.orElse(e) : e;
                }
                before = Optional.of(e);
            }
            inVain.again(why, Duration.ofNanos(timing.nanos() - start), pause);
            rest(pause);
        }
    }

    private void demandPatience() throws Unreached {
        var over = patience.over();
        if (over.isPresent()) {
            throw new Unreached(over.get(), false).unsent();
        }
    }

    private void failed(long begun, String why) {
        patience.failed(Duration.ofNanos(timing.nanos() - begun), why);
    }

    /** Whether the server is not well; what it refuses for good is an answer. */
    private static boolean faulty(Answer answer) {
        boolean serverFault = answer.code() >= 500 && answer.code() != 501;
        return PASSING.contains(answer.code()) || (serverFault && !TypedPatch.refused(answer));
    }

    private static boolean mayBeAskedAgain(Call call, Answer answer) {
        return answer.code() == 429 || call.changesNothing();
    }

    /** Whether a try had only the rest of the time, and used it up: the one before it says more. */
    private boolean ranOut(Duration left, Duration most, long end) {
        return left.compareTo(most) < 0 && timing.nanos() >= end;
    }

    private boolean fits(Duration pause, long end) {
        return pause.compareTo(Duration.ofNanos(end - timing.nanos())) < 0;
    }

    /** Doubles each time; between half and the whole of it. */
    private Duration pause(int tries) {
        long nanos = FIRST_PAUSE.toNanos() << (tries - 1);
        return Duration.ofNanos((long) (nanos * (0.5 + timing.chance() / 2)));
    }

    private void rest(Duration pause) throws Unreached {
        long begun = timing.nanos();
        try {
            timing.pause(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreached("interrupted", false);
        }
        patience.paused(Duration.ofNanos(timing.nanos() - begun));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
