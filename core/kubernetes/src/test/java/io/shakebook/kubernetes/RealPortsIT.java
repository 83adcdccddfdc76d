// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

/** The ports on a real kube-apiserver, over TLS, through a kubeconfig. */
class RealPortsIT extends ClusterPortsContract {
    private final RealPorts ports = new RealPorts();

    @Override
    KubernetesClusters start() throws Exception {
        return ports.start();
    }

    @Override
    String user() {
        return "admin";
    }

    @Override
    void stop() {
        if (ports.isStarted()) {
            assertThat(ports.audit()).anyMatch(entry -> entry.userAgent().equals("shakebook"));
        }
        ports.stop();
    }
}
