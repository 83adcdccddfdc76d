// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

/** How a Service is reached; written as in Kubernetes. */
public enum ServiceType {
    CLUSTER_IP("ClusterIP"),
    NODE_PORT("NodePort");

    private final String written;

    ServiceType(String written) {
        this.written = written;
    }

    /** As in a playbook: {@code NodePort}. */
    @Override
    public String toString() {
        return written;
    }
}
