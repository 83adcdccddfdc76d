// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded;

import io.shakebook.testkit.apiserver.Ability;
import io.shakebook.testkit.apiserver.ApiServer;
import io.shakebook.testkit.apiserver.contract.ApiServerContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The embedded cluster answers what a real kube-apiserver answers, row by row. */
@Execution(ExecutionMode.CONCURRENT)
class EmbeddedContractTest extends ApiServerContract {
    @TempDir
    private static Path folder;

    private Optional<EmbeddedCluster> cluster = Optional.empty();

    @Override
    protected ApiServer startServer() throws Exception {
        EmbeddedCluster opened = EmbeddedCluster.open(folder, Seed.empty(), slowToGo());
        cluster = Optional.of(opened);
        return new ApiServer(opened.url(), Map.of(), Optional.empty(), EnumSet.allOf(Ability.class));
    }

    /** Pods stay long enough to be seen as they go. */
    private static EmbeddedOptions slowToGo() {
        return Clusters.quick("contract").withDelays(Duration.ofMillis(150), Duration.ofSeconds(4));
    }

    @Override
    protected void stopServer() throws Exception {
        if (cluster.isPresent()) {
            cluster.get().close();
        }
    }
}
