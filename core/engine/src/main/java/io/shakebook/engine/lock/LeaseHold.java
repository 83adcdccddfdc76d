// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import io.shakebook.engine.event.RunEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** All Leases of one run, renewed in the background, each cluster's by a thread of its own. */
final class LeaseHold implements RunLock.Hold {
    private static final Duration BEAT = Duration.ofSeconds(3);

    private final RunLock.Request request;
    private final LockTime time;
    private final List<HeldLease> leases = new CopyOnWriteArrayList<>();
    private final Map<String, LockTime.Beat> beats = new ConcurrentHashMap<>();
    private boolean over;

    LeaseHold(RunLock.Request request, LockTime time) {
        this.request = request;
        this.time = time;
    }

    /** It is renewed from now on, also while others are still to be taken. */
    void add(HeldLease lease) {
        leases.add(lease);
        beats.computeIfAbsent(lease.place().cluster(), cluster -> time.every(BEAT, () -> renew(cluster)));
    }

    /** The late writes of all former holders are prevented. */
    void fenced() {
        leases.forEach(HeldLease::fenced);
    }

    private void renew(String cluster) {
        leases.stream().filter(lease -> lease.place().cluster().equals(cluster)).forEach(this::renew);
    }

    private void renew(HeldLease lease) {
        if (lease.lost().isEmpty() && lease.age().compareTo(HeldLease.RENEWED_AFTER) >= 0) {
            lease.renew();
            lease.lost().ifPresent(why -> announce(lease, why));
        }
    }

    @Override
    public void demand(String cluster) throws LockLost {
        for (HeldLease lease : leases) {
            Optional<String> why = lease.lost().or(() -> doubt(lease, cluster));
            if (why.isPresent()) {
                lease.giveUp(why.get());
                announce(lease, why.get());
                throw new LockLost("the lock " + lease.place() + " is lost: " + why.get());
            }
        }
    }

    /** Why it must not be counted on; where a site may be down, only for what is written there. */
    private static Optional<String> doubt(HeldLease lease, String cluster) {
        boolean bearable = lease.mayBeDown() && !lease.place().cluster().equals(cluster);
        if (bearable) {
            return Optional.empty();
        }
        if (lease.age().compareTo(HeldLease.SURE) < 0 && lease.lookedUp().isPresent()) {
            return lease.lost();
        }
        Duration age = lease.age(); // anew, for to be answered may have taken a while
        if (age.compareTo(HeldLease.SURE) < 0) {
            return Optional.empty();
        }
        return lease.renew()
                .map(why -> lease.lost().orElse("it could not be renewed for " + age.toSeconds() + " s: " + why));
    }

    /** Once. */
    private void announce(HeldLease lease, String why) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        beats.values().forEach(LockTime.Beat::end);
        request.says()
                .accept(new RunEvent.LockLost(
                        lease.place().cluster(), lease.place().lease().toString(), why));
        request.lost().run();
    }

    @Override
    public void release() {
        synchronized (this) {
            over = true;
        }
        beats.values().forEach(LockTime.Beat::end);
        List<HeldLease> reversed = new ArrayList<>(leases);
        Collections.reverse(reversed);
        for (HeldLease lease : reversed) {
            if (lease.lost().isEmpty()) {
                Optional<String> why = lease.release();
                String cluster = lease.place().cluster();
                String name = lease.place().lease().toString();
                request.says()
                        .accept(why.<RunEvent>map(words -> new RunEvent.LockLeft(cluster, name, words))
                                .orElseGet(() -> new RunEvent.Unlocked(cluster, name)));
            }
        }
    }
}
