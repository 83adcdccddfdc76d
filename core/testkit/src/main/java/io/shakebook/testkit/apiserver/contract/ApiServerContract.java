// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import io.shakebook.testkit.apiserver.Ability;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.ApiServer;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/**
 * What every API server must answer. A subclass starts one server, on which all rows run; rows that need an
 * {@link Ability} which it lacks are skipped with the reason.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ApiServerContract {
    private Optional<ApiServer> server = Optional.empty();
    private Optional<ApiClient> client = Optional.empty();

    /** Called once, before the first row; may skip all of them by an assumption. */
    protected abstract ApiServer startServer() throws Exception;

    /** Called once, after the last row, also if the start failed. */
    protected abstract void stopServer() throws Exception;

    @BeforeAll
    void start() throws Exception {
        ApiServer started = startServer();
        server = Optional.of(started);
        client = Optional.of(new ApiClient(started));
    }

    @AfterAll
    void stop() throws Exception {
        stopServer();
    }

    ApiClient client() {
        return client.orElseThrow();
    }

    Set<Ability> abilities() {
        return server.orElseThrow().abilities();
    }

    @Nested
    class Apply extends ApplyContract {
        Apply() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class Ownership extends OwnershipContract {
        Ownership() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class Guards extends GuardContract {
        Guards() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class DryRuns extends DryRunContract {
        DryRuns() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class Services extends ServiceContract {
        Services() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class Scaling extends ScaleContract {
        Scaling() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class Validation extends ValidationContract {
        Validation() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class Patches extends PatchContract {
        Patches() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class StrategicMerge extends StrategicMergeContract {
        StrategicMerge() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class Lists extends ListContract {
        Lists() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class Watches extends WatchContract {
        Watches() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class Deletes extends DeleteContract {
        Deletes() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class Namespaces extends NamespaceContract {
        Namespaces() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class Objects extends ObjectContract {
        Objects() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class Leases extends LeaseContract {
        Leases() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class Discovery extends DiscoveryContract {
        Discovery() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class Workloads extends WorkloadContract {
        Workloads() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class Defaults extends DefaultsContract {
        Defaults() {
            super(ApiServerContract.this);
        }
    }

    @Nested
    class Concurrency extends ConcurrencyContract {
        Concurrency() {
            super(ApiServerContract.this);
        }
    }
}
