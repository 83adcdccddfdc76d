// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.RecordValues;
import io.shakebook.engine.expression.Value;
import io.shakebook.spi.kube.ClusterRef;
import java.util.LinkedHashSet;
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
            RecordValues.members(struct.origin().get()).forEach(member -> found.addAll(clusters(member)));
        }
        return found;
    }
}
