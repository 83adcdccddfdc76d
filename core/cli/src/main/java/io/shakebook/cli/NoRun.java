// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.diagnostic.Diagnostic;

/** The run that was asked for is not there, is not one, or is not free. */
public final class NoRun extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Diagnostic diagnostic;
    private final ExitCode code;

    public NoRun(ExitCode code, Diagnostic diagnostic) {
        super(requireNonNull(diagnostic, "diagnostic").summary());
        this.code = requireNonNull(code, "code");
        this.diagnostic = diagnostic;
    }

    public ExitCode code() {
        return code;
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
