// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;

/** Mistakes of the playbook or the inventory, all that were found; nothing was written. */
public final class Mistakes extends Exception {
    private final transient List<Diagnostic> diagnostics;

    public Mistakes(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::summary).collect(Collectors.joining("; ")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
