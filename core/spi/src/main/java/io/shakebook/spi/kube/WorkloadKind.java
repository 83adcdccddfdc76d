// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

/** A kind of workload whose number of pods can be set; written as in Kubernetes. */
public enum WorkloadKind {
    DEPLOYMENT(Kind.DEPLOYMENT),
    STATEFUL_SET(Kind.STATEFUL_SET);

    private final Kind kind;

    WorkloadKind(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** As in a playbook: {@code Deployment}. */
    @Override
    public String toString() {
        return kind.name();
    }
}
