// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.registry.Stamps;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When this process first saw something, for delays shorter than the seconds that objects record. What happened before
 * this process started is as old as its recorded time says.
 */
final class Sightings {
    private final Stamps stamps;
    private final Map<String, Instant> first = new HashMap<>();

    Sightings(Stamps stamps) {
        this.stamps = stamps;
    }

    /** @param recorded the time in the object, in whole seconds */
    Instant since(String uid, String what, String recorded) {
        return first.computeIfAbsent(uid + " " + what, key -> best(recorded));
    }

    Instant since(String uid, String what) {
        return first.computeIfAbsent(uid + " " + what, key -> stamps.instant());
    }

    Optional<Instant> seen(String uid, String what) {
        return Optional.ofNullable(first.get(uid + " " + what));
    }

    void forget(String uid, String what) {
        first.remove(uid + " " + what);
    }

    void keepOnly(Set<String> uids) {
        first.keySet().removeIf(key -> !uids.contains(key.substring(0, key.indexOf(' '))));
    }

    private Instant best(String recorded) {
        Instant now = stamps.instant();
        try {
            Instant time = Instant.parse(recorded);
            return Duration.between(time, now).toMillis() < 1_500 ? now : time;
        } catch (DateTimeParseException e) {
            return now;
        }
    }
}
