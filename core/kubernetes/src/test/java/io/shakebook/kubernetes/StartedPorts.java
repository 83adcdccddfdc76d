// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

/** Starts an API server and the ports on it. */
interface StartedPorts {

    /** Called once; may skip all tests by an assumption. The cluster is named {@link ClusterPortsContract#CLUSTER}. */
    KubernetesClusters start() throws Exception;

    void stop() throws Exception;
}
