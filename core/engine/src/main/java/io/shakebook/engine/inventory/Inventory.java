// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.inventory;

import io.shakebook.engine.binding.Bound;
import io.shakebook.engine.binding.NamedThings;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.source.Demands;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.spi.diagnostic.Position;
import io.shakebook.spi.kube.ClusterRef;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What playbooks can name: clusters, and entries of the types that are known. Everything in order of the file.
 *
 * @param clusters by name
 * @param entries by type and name
 * @param groups names of entries by name of the group; they select, they carry no values
 * @param demands what must hold of the revision that the inventory comes from
 * @param parameters values for parameters of playbooks, as written
 * @param origins where each value stands, by its path: {@code redis.redis-a.namespace}
 */
public record Inventory(
        String name,
        String summary,
        Demands demands,
        Map<String, ClusterEntry> clusters,
        Map<String, Map<String, Record>> entries,
        Map<String, List<String>> groups,
        Map<String, YamlNode> parameters,
        Map<String, Position> origins)
        implements NamedThings {
    public Inventory {
        clusters = ordered(clusters);
        entries = ordered(entries);
        groups = ordered(groups);
        parameters = ordered(parameters);
        origins = ordered(origins);
    }

    @Override
    public Collection<String> names(Class<? extends Record> type) {
        return type == ClusterRef.class
                ? clusters.keySet()
                : all(type).map(Map::keySet).orElse(Set.of());
    }

    /** Never fails for the names that there are: a wrong inventory is not used. */
    @Override
    public Bound find(Class<? extends Record> type, String name) {
        Optional<Object> found = type == ClusterRef.class
                ? Optional.ofNullable(clusters.get(name)).map(ClusterEntry::ref)
                : all(type).map(named -> named.get(name));
        return found.<Bound>map(Bound.Done::new).orElse(Bound.FAILED);
    }

    private Optional<Map<String, Record>> all(Class<? extends Record> type) {
        return entries.values().stream()
                .filter(named -> named.values().stream().anyMatch(type::isInstance))
                .findFirst();
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
