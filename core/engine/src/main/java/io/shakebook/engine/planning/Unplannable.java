// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;

/** No plan can be made as things are; nothing was written. Everything that was found stands in it. */
public final class Unplannable extends Exception {
    private final transient List<Diagnostic> mistakes;
    private final transient List<Diagnostic> refusals;

    /**
     * @param mistakes of the playbook or the inventory
     * @param refusals of gates, look-ups, modules and field owners: the world is not as it must be
     */
    public Unplannable(List<Diagnostic> mistakes, List<Diagnostic> refusals) {
        super(java.util.stream.Stream.concat(mistakes.stream(), refusals.stream())
                .map(Diagnostic::summary)
                .collect(Collectors.joining("; ")));
        this.mistakes = List.copyOf(mistakes);
        this.refusals = List.copyOf(refusals);
    }

    public List<Diagnostic> mistakes() {
        return mistakes;
    }

    public List<Diagnostic> refusals() {
        return refusals;
    }
}
