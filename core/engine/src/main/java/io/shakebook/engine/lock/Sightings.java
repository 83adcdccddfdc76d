// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import io.shakebook.engine.lock.Leases.Place;
import io.shakebook.engine.lock.Leases.Seen;
import io.shakebook.spi.Unanswered;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Since when Leases have been as they are, as far as we saw it: those of a dead run are watched all at once. */
final class Sightings {
    private final Leases leases;
    private final LockTime time;
    private final List<Place> places;
    private final Map<Place, Sighting> first = new HashMap<>();

    private record Sighting(LeaseState state, Duration at) {}

    /** @param places that will be taken */
    Sightings(Leases leases, LockTime time, List<Place> places) {
        this.leases = leases;
        this.time = time;
        this.places = List.copyOf(places);
    }

    /** Looks at all places once. */
    void begin() {
        for (Place place : first.isEmpty() ? places : List.<Place>of()) {
            try {
                Optional<Seen> now = leases.read(place);
                now.ifPresent(seen -> first.put(place, new Sighting(seen.state(), time.running())));
            } catch (Unanswered e) {
                continue; // its own turn comes, and says so
            }
        }
    }

    /** For how long it has surely been as it is now. */
    Duration unchanged(Place place, LeaseState now) {
        return Optional.ofNullable(first.get(place))
                .filter(sighting -> sighting.state().equals(now))
                .map(sighting -> time.running().minus(sighting.at()))
                .orElse(Duration.ZERO);
    }
}
