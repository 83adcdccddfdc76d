// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.shakebook.testkit.apiserver.contract.ApiServerContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Proves the contract: every row states what a real kube-apiserver answers. */
class RealApiServerContractIT extends ApiServerContract {
    private Optional<RealApiServer> server = Optional.empty();

    @Override
    protected ApiServer startServer() throws IOException {
        Optional<Path> assets = RealApiServer.assets(System.getenv());
        assumeTrue(assets.isPresent(), "KUBEBUILDER_ASSETS names no folder with etcd and kube-apiserver");
        RealApiServer started = RealApiServer.startWithControllers(assets.orElseThrow());
        server = Optional.of(started);
        return started.server();
    }

    @Override
    protected void stopServer() {
        server.ifPresent(RealApiServer::close);
    }
}
