// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.access.Need;
import io.shakebook.engine.binding.RecordValues;
import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Target;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.plan.LeaseName;
import io.shakebook.spi.kube.ClusterRef;
import io.shakebook.spi.kube.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which locks a playbook takes, by cluster: one for each entry of the inventory that a parameter names, directly or
 * through another entry, in its namespace; without such entries, one for each namespace that is written to. The plan
 * says so, and what must be allowed for it follows.
 *
 * @param byCluster in the order in which they are taken
 */
record LocksNeeded(Map<String, SortedSet<LeaseName>> byCluster) {
    private static final Set<String> WRITING = Set.of("create", "patch", "delete");

    LocksNeeded {
        byCluster = new TreeMap<>(byCluster);
    }

    /** Those of the entries that these values are, or name. */
    static LocksNeeded named(Collection<Value> values) {
        Map<String, SortedSet<LeaseName>> found = new TreeMap<>();
        values.forEach(value -> collect(value, found));
        return new LocksNeeded(found);
    }

    /**
     * None for a plan that changes nothing; if no entry is named, those of the namespaces that it writes to. None in a
     * namespace that the plan itself creates: no Lease can lie there yet, and of two runs only one can create it.
     */
    LocksNeeded ofPlan(Collection<StepResult> results) {
        List<Change> changes = results.stream()
                .flatMap(result -> result.objects().stream())
                .map(PlannedObject::change)
                .toList();
        if (changes.isEmpty()) {
            return new LocksNeeded(Map.of());
        }
        Map<String, SortedSet<LeaseName>> found = new TreeMap<>(byCluster);
        if (found.isEmpty()) {
            changes.stream()
                    .map(Change::target)
                    .forEach(target ->
                            add(found, target.cluster(), target.object().namespace()));
        }
        return new LocksNeeded(found).without(created(changes));
    }

    private static Set<Target> created(List<Change> changes) {
        return changes.stream()
                .filter(change -> change.action() == Action.CREATE)
                .map(Change::target)
                .filter(target -> target.object().kind().equals(Kind.NAMESPACE))
                .collect(Collectors.toSet());
    }

    private LocksNeeded without(Set<Target> namespaces) {
        if (namespaces.isEmpty()) {
            return this;
        }
        Map<String, SortedSet<LeaseName>> left = new TreeMap<>();
        byCluster.forEach((cluster, locks) -> locks.stream()
                .filter(lock -> namespaces.stream()
                        .noneMatch(made -> made.cluster().equals(cluster)
                                && made.object().name().equals(lock.namespace())))
                .forEach(lock -> add(left, cluster, lock)));
        return new LocksNeeded(left);
    }

    /** If no entry is named, those of the namespaces where something may have to be written. */
    LocksNeeded orWhereWritten(Collection<Need> needs) {
        if (!byCluster.isEmpty()) {
            return this;
        }
        Map<String, SortedSet<LeaseName>> found = new TreeMap<>();
        needs.stream()
                .filter(need -> WRITING.contains(need.verb()))
                .forEach(need -> add(found, need.cluster(), need.namespace()));
        return new LocksNeeded(found);
    }

    /** What must be allowed to take them. A name cannot stand in a rule for creating. */
    static Set<Need> needs(String cluster, Collection<LeaseName> locks) {
        Set<Need> needs = new TreeSet<>();
        for (LeaseName lock : locks) {
            needs.add(need(cluster, lock, "get", lock.name()));
            needs.add(need(cluster, lock, "patch", lock.name()));
            needs.add(need(cluster, lock, "create", ""));
        }
        return needs;
    }

    private static Need need(String cluster, LeaseName lock, String verb, String name) {
        return new Need(cluster, lock.namespace(), "coordination.k8s.io", "leases", verb, name);
    }

    private static void collect(Value value, Map<String, SortedSet<LeaseName>> found) {
        if (value instanceof Value.Struct struct && struct.origin().isPresent()) {
            Map<String, Value> members = RecordValues.members(struct.origin().get());
            if (members.get("cluster") instanceof Value.Struct site
                    && site.origin().isPresent()
                    && site.origin().get() instanceof ClusterRef cluster
                    && members.get("namespace") instanceof Value.Known namespace
                    && members.get("name") instanceof Value.Known name) {
                String space = String.valueOf(namespace.value());
                add(found, cluster.name(), LeaseName.ofEntry(space, String.valueOf(name.value())));
            }
            if (!(struct.origin().get() instanceof ClusterRef)) {
                members.values().forEach(member -> collect(member, found));
            }
        } else if (value instanceof Value.Listed list) {
            list.items().forEach(item -> collect(item, found));
        }
    }

    /** Objects of the cluster itself lie in no namespace, where a Lease could lie beside them. */
    private static void add(Map<String, SortedSet<LeaseName>> found, String cluster, String namespace) {
        if (!namespace.isEmpty()) {
            add(found, cluster, LeaseName.ofNamespace(namespace));
        }
    }

    private static void add(Map<String, SortedSet<LeaseName>> found, String cluster, LeaseName lock) {
        found.computeIfAbsent(cluster, name -> new TreeSet<>()).add(lock);
    }
}
