// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

import io.shakebook.spi.kube.ClusterRef;

/**
 * Read-only answers about the clusters that a step names. While planning, with what ancestors in the graph will have
 * changed. Reads are recorded: they feed the order check.
 */
public interface World {

    /** The step's own cluster. */
    ClusterView here();

    /** The step's own namespace; empty if the step names none. */
    String namespace();

    /** A cluster that the step's arguments name. */
    ClusterView cluster(ClusterRef cluster);
}
