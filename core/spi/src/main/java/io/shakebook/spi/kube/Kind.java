// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A kind of Kubernetes object at one API version: {@code apps/v1}, {@code Deployment}. */
public record Kind(String apiVersion, String name) {
    public static final Kind SERVICE = new Kind("v1", "Service");
    public static final Kind CONFIG_MAP = new Kind("v1", "ConfigMap");
    public static final Kind SECRET = new Kind("v1", "Secret");
    public static final Kind POD = new Kind("v1", "Pod");
    public static final Kind EVENT = new Kind("v1", "Event");
    public static final Kind NAMESPACE = new Kind("v1", "Namespace");
    public static final Kind DEPLOYMENT = new Kind("apps/v1", "Deployment");
    public static final Kind STATEFUL_SET = new Kind("apps/v1", "StatefulSet");
    public static final Kind REPLICA_SET = new Kind("apps/v1", "ReplicaSet");
    public static final Kind LEASE = new Kind("coordination.k8s.io/v1", "Lease");

    public Kind {
        requireNonNull(apiVersion, "apiVersion");
        requireNonNull(name, "name");
    }

    /** Written out, as what Java makes up for a record is linked at run time: docs/adr/a-head-start.md. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Kind kind && kind.apiVersion.equals(apiVersion) && kind.name.equals(name);
    }

    @Override
    public int hashCode() {
        return 31 * apiVersion.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return apiVersion + "/" + name;
    }
}
