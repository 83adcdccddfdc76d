// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import io.shakebook.testkit.apiserver.contract.ApiServerContract;
import java.io.IOException;
import java.util.Optional;

/** Proves the contract: every row states what a real kube-apiserver answers. */
class RealApiServerContractIT extends ApiServerContract {
    private Optional<RealApiServer> server = Optional.empty();

    @Override
    protected ApiServer startServer() throws IOException {
        RealApiServer started = RealApiServer.startWithControllers(RealApiServer.assetsOrSkip());
        server = Optional.of(started);
        return started.server();
    }

    @Override
    protected void stopServer() {
        server.ifPresent(RealApiServer::close);
    }
}
