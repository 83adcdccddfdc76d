// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A group that selects something else.
 *
 * @param kind added, removed, renamed or changed
 * @param formerly its name on the other side, if it was renamed
 * @param joined members that came
 * @param left members that went, by the names they had
 * @param reordered whether the same members stand in another order, in which a fleet is walked
 */
public record GroupDifference(
        ThingDifference.Kind kind,
        String name,
        Optional<String> formerly,
        List<String> joined,
        List<String> left,
        boolean reordered) {
    public GroupDifference {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(formerly, "formerly");
        joined = List.copyOf(joined);
        left = List.copyOf(left);
    }
}
