// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import java.util.List;
import java.util.Optional;

/**
 * The beginning of an inventory, made from contexts of a kubeconfig.
 *
 * @param stubs what else an inventory can name: only the user knows
 */
public record InventoryDraft(String name, List<Cluster> clusters, List<Stub> stubs) {

    /**
     * A cluster of the draft.
     *
     * @param kubeconfig path of the file; empty for the user's own
     * @param identity uid of the namespace kube-system; empty if it is not known
     * @param node one that could stand for the site; empty if none is known
     * @param missing why something is not known; empty if everything is
     */
    public record Cluster(
            String name,
            Optional<String> kubeconfig,
            String context,
            String server,
            Optional<String> identity,
            Optional<Node> node,
            String missing) {}

    /**
     * A node that is ready.
     *
     * @param type of the address, as Kubernetes calls it: {@code InternalIP}
     */
    public record Node(String name, String type, String address) {}

    /**
     * An inventory type and an example of its entries.
     *
     * @param lines of YAML, as they would stand in the inventory
     */
    public record Stub(String type, String summary, List<String> lines) {
        public Stub {
            lines = List.copyOf(lines);
        }
    }

    public InventoryDraft {
        clusters = List.copyOf(clusters);
        stubs = List.copyOf(stubs);
    }
}
