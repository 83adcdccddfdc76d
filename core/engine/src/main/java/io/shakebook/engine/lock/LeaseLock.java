// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.change.ChangeWriter;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.lock.Leases.Place;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.Plan;
import io.shakebook.spi.Forbidden;
import io.shakebook.spi.Unanswered;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Locks by Leases on the clusters themselves, so that whoever reaches a cluster sees them. */
public final class LeaseLock implements RunLock {
    private final Leases leases;
    private final Fence fence;
    private final LockTime time;
    private final Optional<String> takeOver;

    /** @param takeOver run whose locks are to be taken even if they hold */
    public LeaseLock(
            Clusters clusters, ChangeWriter writer, LockTime time, PlansOfRuns plans, Optional<String> takeOver) {
        this.leases = new Leases(clusters, writer);
        this.fence = new Fence(clusters, writer, plans);
        this.time = requireNonNull(time, "time");
        this.takeOver = requireNonNull(takeOver, "takeOver");
    }

    @Override
    public Hold take(Request request) throws NotLocked, InterruptedException {
        LeaseHold hold = new LeaseHold(request, time);
        boolean complete = false;
        try {
            List<Place> places = places(request.plan());
            LeaseTaking taking = new LeaseTaking(leases, time, takeOver, request, new Sightings(leases, time, places));
            Set<Holder> interrupted = new LinkedHashSet<>();
            for (Place place : places) {
                take(place, taking, request, interrupted).ifPresent(hold::add);
            }
            for (Holder holder : interrupted) {
                request.says().accept(fence.raise(holder, request.plan()));
            }
            hold.fenced();
            complete = true;
            return hold;
        } finally {
            if (!complete) {
                hold.release();
            }
        }
    }

    private static List<Place> places(Plan plan) {
        List<Place> places = new ArrayList<>();
        new TreeMap<>(plan.made().clusters())
                .forEach((name, site) -> site.locks().forEach(lease -> places.add(new Place(name, lease))));
        return places;
    }

    private Optional<HeldLease> take(Place place, LeaseTaking taking, Request request, Set<Holder> interrupted)
            throws NotLocked, InterruptedException {
        boolean mayBeDown = Optional.ofNullable(request.plan().made().clusters().get(place.cluster()))
                .filter(Made.Cluster::mayBeDown)
                .isPresent();
        String name = place.lease().toString();
        try {
            LeaseTaking.Taken taken = taking.take(place);
            interrupted.addAll(taken.seen().state().unfenced());
            request.says()
                    .accept(new RunEvent.Locked(
                            place.cluster(),
                            name,
                            taken.seen().state().transitions(),
                            taken.from().map(Holder::shown),
                            taken.how()));
            return Optional.of(new HeldLease(leases, time, place, mayBeDown, taken.seen(), taken.began()));
        } catch (Unanswered e) {
            String why = String.valueOf(e.getMessage());
            if (mayBeDown && !(e instanceof Forbidden)) {
                request.says().accept(new RunEvent.NotLocked(place.cluster(), name, why));
                return Optional.empty();
            }
            throw unanswered(place, e, why);
        }
    }

    private static NotLocked unanswered(Place place, Unanswered e, String why) {
        String code = e instanceof Forbidden ? NotLocked.REFUSED : NotLocked.UNREACHABLE;
        return new NotLocked(code, "the lock " + place + " cannot be taken: " + why)
                .with(
                        "do",
                        e instanceof Forbidden
                                ? "ask for the permission on \"" + place.cluster() + "\""
                                : "run again when the cluster answers");
    }
}
