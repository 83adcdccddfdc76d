// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import static java.util.Objects.requireNonNull;

/**
 * Identity of an object inside one cluster.
 *
 * @param namespace empty for objects of the cluster itself
 */
public record ObjectRef(Kind kind, String namespace, String name) {
    public ObjectRef {
        requireNonNull(kind, "kind");
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
    }

    /** For people: {@code Service redis-a/redis-a-leader-svc-0}. */
    public String shown() {
        return kind.name() + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }

    /** For files: {@code v1/Service/redis-a/redis-a-leader-svc-0}. */
    @Override
    public String toString() {
        return kind + "/" + (namespace.isEmpty() ? "-" : namespace) + "/" + name;
    }

    /** Reads what {@link #toString()} writes. @throws IllegalArgumentException if the text has another form */
    public static ObjectRef parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length < 4 || parts.length > 5) {
            throw new IllegalArgumentException("not an object reference: \"" + text + "\"");
        }
        int last = parts.length - 1;
        String apiVersion = parts.length == 5 ? parts[0] + "/" + parts[1] : parts[0];
        String namespace = parts[last - 1].equals("-") ? "" : parts[last - 1];
        return new ObjectRef(new Kind(apiVersion, parts[last - 2]), namespace, parts[last]);
    }
}
