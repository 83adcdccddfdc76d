// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.RecordValues;
import io.shakebook.engine.expression.Value;
import io.shakebook.spi.kube.ClusterRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Finds the clusters that an entry of an inventory names, directly or through another entry. */
final class ScopeSites {

    private ScopeSites() {}

    static Set<String> clusters(Value value) {
        Set<String> found = new LinkedHashSet<>();
        if (value instanceof Value.Struct struct && struct.origin().isPresent()) {
            if (struct.origin().get() instanceof ClusterRef cluster) {
                return Set.of(cluster.name());
            }
            RecordValues.members(struct.origin().get()).values().forEach(member -> found.addAll(clusters(member)));
        }
        return found;
    }

    /** Those that must be up: all but the ones that stand only in members that may be down. */
    static Set<String> needed(Value value, Collection<String> mayBeDown) {
        if (mayBeDown.isEmpty()
                || !(value instanceof Value.Struct struct)
                || struct.origin().isEmpty()) {
            return clusters(value);
        }
        Map<String, Value> members =
                new LinkedHashMap<>(RecordValues.members(struct.origin().get()));
        members.keySet().removeAll(mayBeDown);
        Set<String> found = new LinkedHashSet<>();
        members.values().forEach(member -> found.addAll(clusters(member)));
        return found;
    }
}
