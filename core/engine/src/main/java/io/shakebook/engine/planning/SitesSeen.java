// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.access.Need;
import io.shakebook.engine.plan.Made;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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

    /**
     * With what a run locks where it needs to be.
     *
     * @param perhapsDown clusters that are not needed to be up
     */
    SitesSeen with(LocksNeeded locks, Set<String> perhapsDown) {
        Map<String, Made.Cluster> locked = new LinkedHashMap<>(clusters);
        locked.replaceAll((name, cluster) ->
                cluster.with(locks.byCluster().getOrDefault(name, new TreeSet<>()), perhapsDown.contains(name)));
        return new SitesSeen(locked, dark, warnings);
    }

    /** What must be allowed to take the locks. */
    Set<Need> lockNeeds() {
        Set<Need> needs = new TreeSet<>();
        clusters.forEach((name, cluster) -> needs.addAll(LocksNeeded.needs(name, cluster.locks())));
        return needs;
    }

    SitesSeen with(List<String> more) {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new SitesSeen(clusters, dark, all);
    }
}
