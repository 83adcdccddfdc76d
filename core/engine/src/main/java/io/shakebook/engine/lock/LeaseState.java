// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.Manifest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a Lease says. Times are those of its holder's clock, to the microsecond.
 *
 * @param holder empty if nobody holds it
 * @param lasts for how long it holds without being renewed
 * @param unfenced former holders that did not give it back, whose late writes are not prevented yet
 * @param transitions how often it changed hands; grows with each, so that a holder knows its own tenure
 */
record LeaseState(
        Optional<Holder> holder,
        List<Holder> unfenced,
        Instant acquired,
        Instant renewed,
        Duration lasts,
        long transitions) {
    private static final String UNFENCED = "shakebook.io/unfenced";
    private static final String SEPARATOR = "\n";

    /** With all six digits of the microseconds: an API server refuses a time without them. */
    private static final DateTimeFormatter MICRO_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    LeaseState {
        requireNonNull(holder, "holder");
        unfenced = List.copyOf(unfenced);
        acquired = acquired.truncatedTo(ChronoUnit.MICROS);
        renewed = renewed.truncatedTo(ChronoUnit.MICROS);
        requireNonNull(lasts, "lasts");
    }

    /** Whoever wrote it: what is missing or strange counts as long ago, or as nothing. */
    static LeaseState of(Manifest lease) {
        String identity = lease.text("spec", "holderIdentity");
        return new LeaseState(
                identity.isEmpty() ? Optional.empty() : Optional.of(Holder.parse(identity)),
                unfenced(lease.text("metadata", "annotations", UNFENCED)),
                time(lease.text("spec", "acquireTime")),
                time(lease.text("spec", "renewTime")),
                Duration.ofSeconds(lease.number("spec", "leaseDurationSeconds").orElse(0L)),
                lease.number("spec", "leaseTransitions").orElse(0L));
    }

    private static List<Holder> unfenced(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(SEPARATOR)).map(Holder::parse).toList();
    }

    private static Instant time(String text) {
        try {
            return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeException strange) {
            return Instant.EPOCH;
        }
    }

    LeaseState renewedAt(Instant now) {
        return new LeaseState(holder, unfenced, acquired, now, lasts, transitions);
    }

    /** Nobody's. That it was held, and how often, stays. */
    LeaseState released() {
        return new LeaseState(Optional.empty(), unfenced, acquired, renewed, lasts, transitions);
    }

    /** The late writes of all former holders are prevented. */
    LeaseState fenced() {
        return new LeaseState(holder, List.of(), acquired, renewed, lasts, transitions);
    }

    /** What is taken from whoever has it: the next tenure, beginning now. */
    LeaseState next(Holder taker, Optional<Holder> from, Instant now, Duration lasting) {
        Set<Holder> late = new LinkedHashSet<>(unfenced);
        from.ifPresent(late::add);
        return new LeaseState(Optional.of(taker), List.copyOf(late), now, now, lasting, transitions + 1);
    }

    /** What no Lease says. */
    static LeaseState none() {
        return new LeaseState(Optional.empty(), List.of(), Instant.EPOCH, Instant.EPOCH, Duration.ZERO, 0);
    }

    /** When it ends if it is not renewed, by its holder's clock. */
    Instant expires() {
        return renewed.plus(lasts);
    }

    /** Whether this is the same tenure: a run that goes on elsewhere has the same holder, and begins another one. */
    boolean sameTenure(LeaseState other) {
        return holder.isPresent()
                && holder.equals(other.holder)
                && transitions == other.transitions
                && acquired.equals(other.acquired);
    }

    /** The Lease's annotations. */
    Map<String, Object> annotations() {
        return unfenced.isEmpty()
                ? Map.of()
                : Map.of(UNFENCED, unfenced.stream().map(Holder::identity).collect(Collectors.joining(SEPARATOR)));
    }

    /** The Lease's {@code spec}. */
    Map<String, Object> spec() {
        Map<String, Object> spec = new LinkedHashMap<>();
        holder.ifPresent(who -> spec.put("holderIdentity", who.identity()));
        spec.put("leaseDurationSeconds", Math.max(1, lasts.toSeconds()));
        spec.put("acquireTime", MICRO_TIME.format(acquired));
        spec.put("renewTime", MICRO_TIME.format(renewed));
        spec.put("leaseTransitions", transitions);
        return spec;
    }
}
