// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.Optional;

/**
 * A field that a change takes from whoever owns it.
 *
 * @param from the field manager that owns it
 * @param why {@code own family} for another module of Shakebook, {@code take} if the step says so
 */
public record Take(FieldPath field, String from, String why) {
    public Take {
        requireNonNull(field, "field");
        requireNonNull(from, "from");
        requireNonNull(why, "why");
    }

    /** When whoever owns the field last changed what it owns of the object; empty if the object does not tell. */
    public Optional<String> lastChange(Manifest live) {
        return Ownership.of(live).lastChange(field, from);
    }
}
