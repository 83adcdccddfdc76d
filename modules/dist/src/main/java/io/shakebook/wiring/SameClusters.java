// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A plan is for the clusters that it was made on, and no other ones that have their names now. Who may not read what tells
 * clusters apart is at least not led to another address.
 */
record SameClusters(Plan plan, Clusters clusters) {

    /** @throws Mistakes if a name leads elsewhere by now; nothing was written */
    void demand() throws Mistakes, Unanswered {
        List<Diagnostic> others = new ArrayList<>();
        for (Map.Entry<String, Made.Cluster> cluster : plan.made().clusters().entrySet()) {
            String name = cluster.getKey();
            String planned = cluster.getValue().identity();
            String about = clusters.about(name);
            if (!planned.isEmpty()) {
                String now = clusters.identity(name);
                if (!now.equals(planned)) {
                    others.add(another(name, about, now, planned));
                }
            } else if (untold().contains(name)
                    && !about.equals(cluster.getValue().about())) {
                others.add(elsewhere(name, about, cluster.getValue().about()));
            }
        }
        if (!others.isEmpty()) {
            throw new Mistakes(others);
        }
    }

    /** What cannot be told. */
    List<String> remarks() {
        return untold().stream()
                .map(name ->
                        "whether \"" + name + "\" is the cluster that the plan was made for cannot be told but by its"
                                + " URL: the plan was made by a user who may not read its namespace kube-system")
                .collect(Collectors.toList());
    }

    /** Clusters that are changed, and that the plan knows no identity of: it may not be read. A dark one is not changed. */
    private Set<String> untold() {
        return plan.changes()
                .map(change -> change.target().cluster())
                .filter(name -> plan.made().clusters().containsKey(name)
                        && plan.made().clusters().get(name).identity().isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Diagnostic elsewhere(String cluster, String now, String planned) {
        return Diagnostic.error(
                "another-cluster",
                "\"" + cluster + "\" (" + now + ") leads elsewhere than the plan, which was made for " + planned
                        + "; whether it is the same cluster cannot be told, for the plan was made by a user who may"
                        + " not read its namespace kube-system",
                "make the plan again, or correct the kubeconfig");
    }

    private static Diagnostic another(String cluster, String about, String now, String planned) {
        return now.isEmpty()
                ? Diagnostic.error(
                        "another-cluster",
                        "whether \"" + cluster + "\" (" + about
                                + ") is the cluster that the plan was made for cannot be told: this user may not"
                                + " read its namespace kube-system",
                        "apply the plan as a user who may get that namespace")
                : Diagnostic.error(
                        "another-cluster",
                        "\"" + cluster + "\" (" + about
                                + ") is another cluster than the plan was made for: its kube-system has the uid "
                                + now + ", the plan's has " + planned,
                        "make the plan again, or correct the kubeconfig");
    }
}
