// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.ObjectRef;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A read that a module made: of one object, or of all objects of a kind with some labels.
 *
 * @param name empty for a list
 */
public record Read(String cluster, Kind kind, String namespace, String name, Map<String, String> labels) {
    public Read {
        requireNonNull(cluster, "cluster");
        requireNonNull(kind, "kind");
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
        labels = Map.copyOf(labels);
    }

    /** Written out, as what Java makes up for a record is linked at run time: docs/adr/a-head-start.md. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Read read
                && read.cluster.equals(cluster)
                && read.kind.equals(kind)
                && read.namespace.equals(namespace)
                && read.name.equals(name)
                && read.labels.equals(labels);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * (31 * cluster.hashCode() + kind.hashCode()) + namespace.hashCode()) + name.hashCode())
                + labels.hashCode();
    }

    static Read of(String cluster, ObjectRef ref) {
        return new Read(cluster, ref.kind(), ref.namespace(), ref.name(), Map.of());
    }

    /** Whether the object, as it is or as it will be, is among what was read. */
    boolean covers(PlannedObject object) {
        boolean place = object.cluster().equals(cluster)
                && object.ref().kind().equals(kind)
                && object.ref().namespace().equals(namespace);
        return place
                && (name.isEmpty()
                        ? object.carries(labels)
                        : object.ref().name().equals(name));
    }
}
