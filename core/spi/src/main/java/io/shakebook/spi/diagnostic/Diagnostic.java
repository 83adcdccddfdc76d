// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.diagnostic;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One mistake or warning, said to whoever can act on it.
 *
 * @param code stable and greppable, in kebab-case: {@code unknown-argument}
 * @param summary one sentence: what is wrong, with names and values in quotes; never a secret
 * @param at where; empty if no file is at fault
 * @param remedy what to do, starting with a verb or a "did you mean"; empty if there is nothing to add
 */
public record Diagnostic(Severity severity, String code, String summary, Optional<Position> at, String remedy) {
    public Diagnostic {
        requireNonNull(severity, "severity");
        requireNonNull(code, "code");
        requireNonNull(summary, "summary");
        requireNonNull(at, "at");
        requireNonNull(remedy, "remedy");
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

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
