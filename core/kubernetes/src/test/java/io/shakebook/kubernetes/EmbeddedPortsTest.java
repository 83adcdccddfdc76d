// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

/** The ports on the embedded API server. */
class EmbeddedPortsTest extends ClusterPortsContract {
    private final EmbeddedPorts ports = new EmbeddedPorts();

    @Override
    KubernetesClusters start() throws Exception {
        return ports.start();
    }

    @Override
    String user() {
        return "system:anonymous";
    }

    @Override
    void stop() throws Exception {
        ports.stop();
    }
}
