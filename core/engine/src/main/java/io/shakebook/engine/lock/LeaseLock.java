// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.change.ChangeWriter;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.lock.Leases.Place;
import io.shakebook.engine.plan.LeaseName;
import io.shakebook.engine.plan.Made;
import io.shakebook.spi.Forbidden;
import io.shakebook.spi.Unanswered;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        List<HeldLease> taken = new ArrayList<>();
        Set<Holder> interrupted = new LinkedHashSet<>();
        boolean complete = false;
        try {
            for (Map.Entry<String, Made.Cluster> site :
                    new TreeMap<>(request.plan().made().clusters()).entrySet()) {
                for (LeaseName lease : site.getValue().locks()) {
                    boolean mayBeDown = site.getValue().mayBeDown();
                    take(new Place(site.getKey(), lease), mayBeDown, request, interrupted)
                            .ifPresent(taken::add);
                }
            }
            for (Holder holder : interrupted) {
                request.says().accept(fence.raise(holder, request.plan()));
            }
            taken.forEach(HeldLease::fenced);
            complete = true;
            return new LeaseHold(taken, request, time);
        } finally {
            if (!complete) {
                LeaseHold.release(taken, request);
            }
        }
    }

    private Optional<HeldLease> take(Place place, boolean mayBeDown, Request request, Set<Holder> interrupted)
            throws NotLocked, InterruptedException {
        String name = place.lease().toString();
        try {
            LeaseTaking.Taken taken = new LeaseTaking(leases, time, takeOver, request).take(place);
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
