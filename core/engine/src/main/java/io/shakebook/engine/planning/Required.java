// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.access.Need;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a playbook must be allowed, whatever state its objects are in.
 *
 * @param about a few words for people on each cluster, by name
 * @param open why there may be more: steps that could not be looked into as things are
 */
public record Required(SortedSet<Need> needs, Map<String, String> about, List<String> open) {
    public Required {
        needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
        about = Map.copyOf(about);
        open = List.copyOf(open);
    }
}
