// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.value;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Names a secret value that cannot be opened here.
 *
 * @param of what it is for a reader, such as {@code redis-a.password}; not part of its identity
 */
public record SecretRef(String of, SecretPlace place) {
    public SecretRef {
        requireNonNull(of, "of");
        requireNonNull(place, "place");
    }

    /** One key of a Kubernetes Secret. */
    public SecretRef(String of, String cluster, String namespace, String name, String key) {
        this(of, new SecretPlace.InCluster(cluster, namespace, name, key));
    }

    /** Where it lies on a cluster, if it lies on one. */
    public Optional<SecretPlace.InCluster> inCluster() {
        return Optional.of(place)
                .filter(SecretPlace.InCluster.class::isInstance)
                .map(SecretPlace.InCluster.class::cast);
    }

    /** Where it lies, in words. Two references with the same source are the same secret. */
    public String source() {
        return place.shown();
    }

    @Override
    public String toString() {
        return "(secret " + of + ")";
    }
}
