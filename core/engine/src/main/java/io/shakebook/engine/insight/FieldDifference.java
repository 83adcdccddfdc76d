// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A value that is not the same on both sides.
 *
 * @param path below the thing that it belongs to: {@code labels.role}
 * @param before empty if there was none
 * @param after empty if there is none
 */
public record FieldDifference(String path, Optional<Content> before, Optional<Content> after) {
    public FieldDifference {
        requireNonNull(path, "path");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }
}
