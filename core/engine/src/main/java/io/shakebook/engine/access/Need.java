// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.access;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * One verb on one resource that somebody must be allowed, as the rules of a cluster say it.
 *
 * @param cluster name in the inventory
 * @param namespace empty for objects of the cluster itself
 * @param group API group, empty for the core group
 * @param resource plural name, with its subresource if any: {@code pods/log}
 * @param verb {@code get}, {@code list}, {@code watch}, {@code create}, {@code patch}, {@code update}, {@code delete}
 * @param name of the one object; empty for all
 */
public record Need(String cluster, String namespace, String group, String resource, String verb, String name)
        implements Comparable<Need> {
    private static final Comparator<Need> ORDER = Comparator.comparing(Need::cluster)
            .thenComparing(Need::namespace)
            .thenComparing(Need::group)
            .thenComparing(Need::resource)
            .thenComparing(Need::verb)
            .thenComparing(Need::name);

    public Need {
        requireNonNull(cluster, "cluster");
        requireNonNull(namespace, "namespace");
        requireNonNull(group, "group");
        requireNonNull(resource, "resource");
        requireNonNull(verb, "verb");
        requireNonNull(name, "name");
    }

    /** The same for all objects of the resource, which includes this. */
    public Need ofAll() {
        return new Need(cluster, namespace, group, resource, verb, "");
    }

    /** For people: {@code deployments.apps}. */
    public String resourceShown() {
        return group.isEmpty() ? resource : resource + "." + group;
    }

    @Override
    public int compareTo(Need other) {
        return ORDER.compare(this, other);
    }
}
