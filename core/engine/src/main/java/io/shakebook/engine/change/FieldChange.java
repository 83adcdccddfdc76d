// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.FieldPath;

/** A field that differs between what was observed and what is wanted. */
public record FieldChange(FieldPath path, Side before, Side after) {
    public FieldChange {
        requireNonNull(path, "path");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }
}
