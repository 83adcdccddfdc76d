// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.plan.Made;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The clusters that a plan needs, as they were found before any step was planned.
 *
 * @param clusters identity of each; empty for one that is dark
 * @param dark why, by cluster
 * @param warnings of those that the inventory does not pin, or where it is not known what we may do
 */
record SitesSeen(Map<String, Made.Cluster> clusters, Map<String, String> dark, List<String> warnings) {
    SitesSeen {
        clusters = Collections.unmodifiableMap(new LinkedHashMap<>(clusters));
        dark = Collections.unmodifiableMap(new LinkedHashMap<>(dark));
        warnings = List.copyOf(warnings);
    }

    SitesSeen with(List<String> more) {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new SitesSeen(clusters, dark, all);
    }
}
