// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A cluster of the inventory, as playbooks and modules see it.
 *
 * @param nodeAddress where other sites reach this cluster's node ports
 */
public record ClusterRef(String name, Optional<String> nodeAddress) {
    public ClusterRef {
        requireNonNull(name, "name");
        requireNonNull(nodeAddress, "nodeAddress");
    }
}
