// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.ObjectRef;
import java.util.Comparator;
import java.util.Locale;

/** The Lease by which runs keep out of each other's way, as a plan names it: {@code shop/shakebook-web}. */
public record LeaseName(String namespace, String name) implements Comparable<LeaseName> {
    private static final String PREFIX = "shakebook";
    private static final int LONGEST = 200;
    private static final Comparator<LeaseName> ORDER =
            Comparator.comparing(LeaseName::namespace).thenComparing(LeaseName::name);

    public LeaseName {
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
        if (namespace.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("a Lease has a namespace and a name");
        }
    }

    /** Of an entry of an inventory. Names that Kubernetes would not take are made fit, each to one of its own. */
    public static LeaseName ofEntry(String namespace, String entry) {
        String plain =
                entry.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        boolean fits = plain.equals(entry) && plain.length() <= LONGEST;
        String fit = plain.substring(0, Math.min(plain.length(), LONGEST));
        return new LeaseName(
                namespace, PREFIX + "-" + (fits ? entry : fit + "-" + Integer.toHexString(entry.hashCode())));
    }

    /** Of all that is written to a namespace by a playbook that names no entry. */
    public static LeaseName ofNamespace(String namespace) {
        return new LeaseName(namespace, PREFIX);
    }

    /** Reads what {@link #toString()} writes. @throws IllegalArgumentException if the text has another form */
    public static LeaseName parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a Lease with its namespace: \"" + text + "\"");
        }
        return new LeaseName(parts[0], parts[1]);
    }

    public ObjectRef ref() {
        return new ObjectRef(Kind.LEASE, namespace, name);
    }

    @Override
    public int compareTo(LeaseName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
