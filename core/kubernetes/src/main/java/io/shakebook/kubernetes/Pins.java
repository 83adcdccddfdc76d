// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.change.Clusters.Unpinned;
import java.util.ArrayList;
import java.util.List;

/**
 * What an inventory could pin of a cluster.
 *
 * @param files of the kubeconfig, for people
 */
record Pins(ClusterEntry.Kubeconfig access, String server, String files) {

    /** @param identity empty if we may not read it */
    Unpinned missing(String identity) {
        List<String> lines = new ArrayList<>();
        if (access.server().isEmpty()) {
            lines.add("server: " + server);
        }
        if (access.identity().isEmpty() && !identity.isEmpty()) {
            lines.add("identity: " + identity);
        }
        String whose = identity.isEmpty()
                ? ", whose identity is not known, since this user may not get the namespace kube-system"
                : ", whose kube-system has the uid " + identity;
        return new Unpinned(
                "context \"" + access.context() + "\" of " + files + " leads to " + server + whose, List.copyOf(lines));
    }
}
