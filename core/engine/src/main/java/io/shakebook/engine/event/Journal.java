// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run's journal says.
 *
 * @param entries in order
 * @param torn whether the last line was cut off, as by a crash; it is not among the entries
 */
public record Journal(List<Entry> entries, boolean torn) {
    public Journal {
        entries = List.copyOf(entries);
    }

    /** An event, its place from 1, and when it was written. */
    public record Entry(long number, Instant at, RunEvent event) {
        public Entry {
            requireNonNull(at, "at");
            requireNonNull(event, "event");
        }
    }

    public Stream<RunEvent> events() {
        return entries.stream().map(Entry::event);
    }

    /** A journal was changed after it was written, or is none. */
    public static final class Corrupt extends Exception {
        public Corrupt(String message) {
            super(message);
        }
    }
}
