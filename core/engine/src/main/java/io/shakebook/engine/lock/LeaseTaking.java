// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.Stale;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.lock.Leases.Place;
import io.shakebook.engine.lock.Leases.Seen;
import io.shakebook.engine.lock.LockTime.Moment;
import io.shakebook.spi.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Takes one Lease: if nobody holds it, if it is the one to be taken over, or if it is expired. That its time is over by
 * our clock is no more than a hint, for its holder's clock may be another one: it is then watched for as long as it
 * lasts, and taken only if it is not renewed meanwhile.
 */
final class LeaseTaking {
    private static final int ATTEMPTS = 4;
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Leases leases;
    private final LockTime time;
    private final Optional<String> takeOver;
    private final RunLock.Request request;
    private final Sightings sightings;

    /** @param takeOver run whose lock is to be taken even if it holds */
    LeaseTaking(Leases leases, LockTime time, Optional<String> takeOver, RunLock.Request request, Sightings sightings) {
        this.leases = leases;
        this.time = time;
        this.takeOver = takeOver;
        this.request = request;
        this.sightings = sightings;
    }

    /**
     * A Lease that is ours now.
     *
     * @param began before the request was sent
     * @param from who held it before and did not give it back
     * @param how as in {@link RunEvent.Locked}
     */
    record Taken(Seen seen, Moment began, Optional<Holder> from, String how) {}

    /** Who is taken from, and with which right. */
    private record Right(Optional<Holder> from, String how) {}

    /**
     * @throws NotLocked if somebody else holds it, or the cluster refuses
     * @throws Unanswered if the cluster gave no answer: it may be ours or not, and then expires by itself
     */
    Taken take(Place place) throws NotLocked, Unanswered, InterruptedException {
        Optional<Claim> claim = Optional.empty();
        Optional<NoAnswer> unanswered = Optional.empty();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Seen> found = leases.read(place);
            if (claim.isPresent() && found.filter(claim.get()::isMade).isPresent()) {
                return claim.get().taken(found.get());
            }
            Right right = found.isPresent() ? right(place, found.get()) : new Right(Optional.empty(), "free");
            claim = Optional.of(claim(found, right));
            try {
                return claim.get().taken(write(place, claim.get()));
            } catch (Stale e) {
                unanswered = Optional.empty(); // what happened is read
            } catch (NoAnswer e) {
                unanswered = Optional.of(e);
            }
        }
        if (unanswered.isPresent()) {
            String why = String.valueOf(unanswered.get().getMessage());
            throw new NotLocked(NotLocked.UNREACHABLE, "the lock " + place + " cannot be taken: " + why)
                    .with("do", NotLocked.again(why, place.cluster()));
        }
        throw new NotLocked(
                        NotLocked.HELD, "the lock " + place + " changes all the time: others take it and give it back")
                .with("do", "run again");
    }

    /** What we are about to write. */
    private record Claim(LeaseState state, Guard guard, Moment began, Right right) {

        /** A request whose answer was lost may have taken effect. */
        boolean isMade(Seen found) {
            return found.state().sameTenure(state);
        }

        Taken taken(Seen seen) {
            return new Taken(seen, began, right.from(), right.how());
        }
    }

    private Claim claim(Optional<Seen> found, Right right) {
        Moment now = time.now();
        LeaseState state = found.map(Seen::state)
                .orElseGet(LeaseState::none)
                .next(request.holder(), right.from(), now.wall(), HeldLease.LASTS);
        return new Claim(state, found.map(Seen::guard).orElseGet(Guard.Missing::new), now, right);
    }

    private Seen write(Place place, Claim claim) throws NotLocked, Stale, NoAnswer {
        try {
            return leases.write(place, claim.state(), claim.guard());
        } catch (Refused e) {
            throw new NotLocked(NotLocked.REFUSED, "the lock " + place + " cannot be taken: " + e.getMessage())
                    .with("do", e.remedy("the entry of the inventory", place.cluster()));
        }
    }

    private Right right(Place place, Seen found) throws NotLocked, Unanswered, InterruptedException {
        Optional<Holder> holder = found.state().holder();
        if (holder.isEmpty()) {
            return new Right(Optional.empty(), "free");
        }
        if (takeOver.filter(holder.get().run()::equals).isPresent()) {
            return new Right(holder, "--take-over");
        }
        if (holder.get().equals(request.holder())) {
            // whoever goes on with a run of this machine holds its journal, so the process that had the lock is no more
            return new Right(Optional.empty(), "resumed");
        }
        if (time.wall().isBefore(found.state().expires())) {
            throw held(place, found.state());
        }
        Optional<Seen> now = watched(place, found);
        return now.filter(seen -> seen.state().holder().isPresent()).isPresent()
                ? new Right(holder, "expired")
                : new Right(Optional.empty(), "free");
    }

    /** @return the Lease at the end of its time, or empty if it is free meanwhile */
    private Optional<Seen> watched(Place place, Seen found) throws NotLocked, Unanswered, InterruptedException {
        LeaseState state = found.state();
        sightings.begin();
        Duration left = state.lasts().minus(sightings.unchanged(place, state));
        if (left.isNegative() || left.isZero()) {
            return Optional.of(found);
        }
        request.says()
                .accept(new RunEvent.LockWatched(
                        place.cluster(),
                        place.lease().toString(),
                        state.holder().orElseThrow().shown(),
                        left));
        Duration end = time.running().plus(left);
        while (time.running().compareTo(end) < 0) {
            if (request.stopped().getAsBoolean()) {
                throw new InterruptedException("asked to stop");
            }
            time.pause(shorter(LOOK, end.minus(time.running())));
            Optional<Seen> now = leases.read(place);
            if (now.isEmpty() || now.get().state().holder().isEmpty()) {
                return Optional.empty();
            }
            if (!now.get().state().equals(state)) {
                throw held(place, now.get().state());
            }
        }
        return Optional.of(found);
    }

    private static NotLocked held(Place place, LeaseState state) {
        Holder holder = state.holder().orElseThrow();
        boolean ours = !holder.run().isEmpty();
        NotLocked held =
                new NotLocked(NotLocked.HELD, "another run holds the lock " + place).with("holder", holder.by());
        return (ours ? held.with("run", holder.run()) : held)
                .with("since", shown(state.acquired()))
                .with("expires", shown(state.expires()) + ", by its holder's clock, unless it is renewed")
                .with(
                        "do",
                        ours
                                ? "wait until it is over; if it is dead, add: --take-over " + holder.run()
                                : "wait until it is given back, or delete the Lease if nobody uses it any more");
    }

    private static String shown(Instant at) {
        return at.equals(Instant.EPOCH)
                ? "not said"
                : at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
