// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.ClusterRef;
import java.util.Optional;

/**
 * A cluster of an inventory and how to reach it.
 *
 * @param namespace for steps that name none, nor does their phase
 * @param parallel most requests in flight at once, at least 1
 */
public record ClusterEntry(
        String name, Access access, Optional<String> nodeAddress, Optional<String> namespace, int parallel) {
    /** Requests in flight where an inventory says nothing. */
    public static final int USUALLY_PARALLEL = 4;

    /** How a cluster is reached. */
    public sealed interface Access {}

    /**
     * An in-process API server for the demo, rehearsals and tests.
     *
     * @param seed path, inside the inventory, of the file with the objects it starts with
     */
    public record Embedded(String seed) implements Access {
        public Embedded {
            requireNonNull(seed, "seed");
        }
    }

    /**
     * A context of a kubeconfig.
     *
     * @param path of the kubeconfig file as written; empty for the user's own
     * @param server pinned URL
     * @param identity pinned uid of the namespace kube-system
     */
    public record Kubeconfig(Optional<String> path, String context, Optional<String> server, Optional<String> identity)
            implements Access {
        public Kubeconfig {
            requireNonNull(path, "path");
            requireNonNull(context, "context");
            requireNonNull(server, "server");
            requireNonNull(identity, "identity");
        }
    }

    public ClusterEntry {
        requireNonNull(name, "name");
        requireNonNull(access, "access");
        requireNonNull(nodeAddress, "nodeAddress");
        requireNonNull(namespace, "namespace");
        if (parallel < 1) {
            throw new IllegalArgumentException("parallel must be 1 or more, was " + parallel);
        }
    }

    /** Without a default namespace. */
    public ClusterEntry(String name, Access access, Optional<String> nodeAddress, int parallel) {
        this(name, access, nodeAddress, Optional.empty(), parallel);
    }

    public ClusterRef ref() {
        return new ClusterRef(name, nodeAddress);
    }
}
