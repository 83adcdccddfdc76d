// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a step wants and what others may refer to.
 *
 * @param wanted in the order in which it is to be written; empty for a gate
 */
public record Desired<O extends Record>(List<Wanted> wanted, O outputs) {
    public Desired {
        wanted = List.copyOf(wanted);
        requireNonNull(outputs, "outputs");
    }

    /** A gate, or a step that finds nothing to want. */
    public static Desired<NoOutputs> nothing() {
        return new Desired<>(List.of(), new NoOutputs());
    }
}
