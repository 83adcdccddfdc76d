// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.value;

import static java.util.Objects.requireNonNull;

/**
 * Names a secret value that cannot be opened here: one key of a Kubernetes Secret.
 *
 * @param of what it is for a reader, such as {@code redis-a.password}; not part of its identity
 */
public record SecretRef(String of, String cluster, String namespace, String name, String key) {
    public SecretRef {
        requireNonNull(of, "of");
        requireNonNull(cluster, "cluster");
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
        requireNonNull(key, "key");
    }

    /** Where it lies: {@code cluster/namespace/Secret/name#key}. Two references with the same source are the same secret. */
    public String source() {
        return cluster + "/" + namespace + "/Secret/" + name + "#" + key;
    }

    @Override
    public String toString() {
        return "(secret " + of + ")";
    }
}
