// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.Stale;
import io.shakebook.engine.lock.Leases.Place;
import io.shakebook.engine.lock.Leases.Seen;
import io.shakebook.engine.lock.LockTime.Moment;
import io.shakebook.spi.Unanswered;
import java.time.Duration;
import java.util.Optional;

/**
 * One Lease that we took. A renewal that succeeds proves that nobody had it in between, however long it was not renewed:
 * it is guarded by the version of the last one. Safe to use from several threads; nobody waits for a renewal that is under
 * way but who wants one.
 */
final class HeldLease {
    /** How long a Lease holds without being renewed. */
    static final Duration LASTS = Duration.ofSeconds(30);

    /** It is renewed when it is this old. */
    static final Duration RENEWED_AFTER = Duration.ofSeconds(5);

    /** Up to this age nobody else may take it as expired; the rest is for a write that is under way. */
    static final Duration SURE = LASTS.minus(RunLock.LONGEST_WRITE);

    private static final int ATTEMPTS = 3;

    private final Leases leases;
    private final LockTime time;
    private final Place place;
    private final boolean mayBeDown;
    private Seen seen;
    private volatile Moment renewed;
    private Duration confirmed;
    private volatile Optional<String> lost = Optional.empty();

    /**
     * @param seen as we wrote it
     * @param renewed before that was sent
     * @param mayBeDown whether its cluster may be down: then only what proves that it is lost counts
     */
    HeldLease(Leases leases, LockTime time, Place place, boolean mayBeDown, Seen seen, Moment renewed) {
        this.leases = leases;
        this.time = time;
        this.place = place;
        this.mayBeDown = mayBeDown;
        this.seen = seen;
        this.renewed = renewed;
        this.confirmed = renewed.running();
    }

    Place place() {
        return place;
    }

    boolean mayBeDown() {
        return mayBeDown;
    }

    Duration age() {
        return time.now().since(renewed);
    }

    /** Why it is not ours any more; empty as long as nothing proves that. */
    Optional<String> lost() {
        return lost;
    }

    /** It is treated as lost from now on. */
    synchronized void giveUp(String why) {
        lost = Optional.of(lost.orElse(why));
    }

    /** @return why it could not be renewed; empty if it was */
    synchronized Optional<String> renew() {
        Moment begun = time.now();
        Optional<String> why = change(seen.state().renewedAt(begun.wall()));
        if (why.isEmpty()) {
            renewed = begun;
            confirmed = begun.running();
        }
        return why;
    }

    /**
     * Reads it, unless somebody else did so since this was called. If its cluster gives no answer, nothing is proved.
     *
     * @return why it is not ours any more; empty as long as nothing proves that
     */
    Optional<String> lookedUp() {
        Duration called = time.running();
        synchronized (this) {
            if (lost.isEmpty() && confirmed.compareTo(called) <= 0) {
                Duration begun = time.running();
                if (lookAgain().isEmpty()) {
                    confirmed = begun;
                }
            }
            return lost;
        }
    }

    /** Nobody is left whose late writes must be prevented. If that cannot be said, whoever comes next does it again. */
    synchronized void fenced() {
        if (!seen.state().unfenced().isEmpty()) {
            change(seen.state().fenced());
        }
    }

    /** @return why it could not be given back; empty if it was */
    synchronized Optional<String> release() {
        Optional<String> why = change(seen.state().released());
        giveUp("it was released");
        return why;
    }

    private Optional<String> change(LeaseState state) {
        for (int attempt = 1; lost.isEmpty() && attempt <= ATTEMPTS; attempt++) {
            try {
                seen = leases.write(place, state, seen.guard());
                return Optional.empty();
            } catch (Stale e) {
                Optional<String> why = lookAgain();
                if (why.isPresent()) {
                    return why;
                }
            } catch (Refused | NoAnswer e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }
        return Optional.of(lost.orElse("it changes all the time"));
    }

    /** Somebody changed it: our own request whose answer was lost, a person who labels it, or another holder. */
    private Optional<String> lookAgain() {
        try {
            Optional<Seen> now = leases.read(place);
            if (now.isEmpty()) {
                lost = Optional.of("the Lease was deleted");
            } else if (!now.get().state().sameTenure(seen.state())) {
                lost = Optional.of(now.get()
                        .state()
                        .holder()
                        .map(other -> "it is held by " + other.shown())
                        .orElse("it was released by somebody else"));
            } else {
                seen = now.get();
            }
            return lost;
        } catch (Unanswered e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
