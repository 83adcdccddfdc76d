// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.diagnostic;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One mistake or warning, said to whoever can act on it.
 *
 * @param code stable and greppable, in kebab-case: {@code unknown-argument}
 * @param summary one sentence: what is wrong, with names and values in quotes; never a secret
 * @param at where; empty if no file is at fault
 * @param remedy what to do, starting with a verb or a "did you mean"; empty if there is nothing to add
 * @param from in words, who gave the value that is wrong, then the places through which it came to {@code at}; empty
 *     if it stands there itself
 */
public record Diagnostic(
        Severity severity, String code, String summary, Optional<Position> at, String remedy, List<String> from) {
    public Diagnostic {
        requireNonNull(severity, "severity");
        requireNonNull(code, "code");
        requireNonNull(summary, "summary");
        requireNonNull(at, "at");
        requireNonNull(remedy, "remedy");
        from = List.copyOf(from);
    }

    /** Of what stands where the mistake is. */
    public Diagnostic(Severity severity, String code, String summary, Optional<Position> at, String remedy) {
        this(severity, code, summary, at, remedy, List.of());
    }

    public static Diagnostic error(String code, String summary, Position at, String remedy) {
        return new Diagnostic(Severity.ERROR, code, summary, Optional.of(at), remedy);
    }

    public static Diagnostic error(String code, String summary, String remedy) {
        return new Diagnostic(Severity.ERROR, code, summary, Optional.empty(), remedy);
    }

    public static Diagnostic warning(String code, String summary, Optional<Position> at, String remedy) {
        return new Diagnostic(Severity.WARNING, code, summary, at, remedy);
    }

    /** The same, with who gave the value first. */
    public Diagnostic from(List<String> places) {
        return new Diagnostic(severity, code, summary, at, remedy, places);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
