// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

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

    /** Written out, as what Java makes up for a record is linked at run time: docs/adr/a-head-start.md. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObjectRef ref
                && ref.kind.equals(kind)
                && ref.namespace.equals(namespace)
                && ref.name.equals(name);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind.hashCode() + namespace.hashCode()) + name.hashCode();
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
