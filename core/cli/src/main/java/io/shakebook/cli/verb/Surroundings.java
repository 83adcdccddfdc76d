// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import static java.util.Objects.requireNonNull;

import io.shakebook.cli.Signals;
import io.shakebook.cli.Ticks;
import io.shakebook.cli.report.Console;
import java.time.Clock;

/**
 * The process around a command.
 *
 * @param who runs it, for the journal: {@code li@ops-1}
 * @param program as it was called, for the commands that are suggested
 */
public record Surroundings(Console console, Clock clock, Ticks ticks, Signals signals, String who, String program) {
    public Surroundings {
        requireNonNull(console, "console");
        requireNonNull(clock, "clock");
        requireNonNull(ticks, "ticks");
        requireNonNull(signals, "signals");
        requireNonNull(who, "who");
        requireNonNull(program, "program");
    }

    /** The same with everything that is for a person on stderr. */
    Surroundings aside() {
        return new Surroundings(console.aside(), clock, ticks, signals, who, program);
    }
}
