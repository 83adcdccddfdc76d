// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.access.Need;
import io.shakebook.engine.binding.RecordValues;
import io.shakebook.engine.expression.Value;
import io.shakebook.spi.kube.ClusterRef;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the locks of a run must be allowed: a Lease in the namespace of each entry of the inventory that a parameter of the
 * playbook names, directly or through another entry; without such parameters, wherever the playbook writes.
 */
public final class LeaseNeeds {
    private static final List<String> VERBS = List.of("get", "create", "update", "patch", "delete");
    private static final Set<String> WRITING = Set.of("create", "patch", "delete");

    private LeaseNeeds() {}

    /** @param needs of the playbook itself */
    public static Set<Need> of(CheckedPlaybook playbook, Set<Need> needs) {
        Set<Need> leases = new TreeSet<>();
        playbook.root().parameters().values().forEach(value -> collect(value, leases));
        if (leases.isEmpty()) {
            needs.stream()
                    .filter(need ->
                            WRITING.contains(need.verb()) && !need.namespace().isEmpty())
                    .forEach(need -> add(need.cluster(), need.namespace(), leases));
        }
        return leases;
    }

    private static void collect(Value value, Set<Need> leases) {
        if (value instanceof Value.Struct struct && struct.origin().isPresent()) {
            if (struct.members().get("cluster") instanceof Value.Struct site
                    && site.origin().isPresent()
                    && site.origin().get() instanceof ClusterRef cluster
                    && struct.members().get("namespace") instanceof Value.Known namespace) {
                add(cluster.name(), String.valueOf(namespace.value()), leases);
            }
            if (!(struct.origin().get() instanceof ClusterRef)) {
                RecordValues.members(struct.origin().get()).values().forEach(member -> collect(member, leases));
            }
        } else if (value instanceof Value.Listed list) {
            list.items().forEach(item -> collect(item, leases));
        }
    }

    private static void add(String cluster, String namespace, Set<Need> leases) {
        VERBS.forEach(verb -> leases.add(new Need(cluster, namespace, "coordination.k8s.io", "leases", verb, "")));
    }
}
