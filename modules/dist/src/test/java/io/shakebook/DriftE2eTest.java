// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import io.shakebook.testkit.apiserver.ApiClient;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drift as a night job sees it: through the launcher, by exit code. */
class DriftE2eTest {
    private static final String SYNC = "playbooks/redis-dr/sync.yaml";
    private static final String SERVICE = "/api/v1/namespaces/redis-b/services/redis-b-sync-svc";

    @TempDir
    Path home;

    @TempDir
    Path folder;

    @Test
    void afterARunNothingAndAfterAnEditExactlyThat() throws Exception {
        try (DemoSite site = new DemoSite(folder).serve()) {
            site.run("sync").exits(0);
            Ended nothing = drift();
            assertThat(nothing.exit()).as(nothing.toString()).isZero();
            assertThat(nothing.out()).contains("No drift");

            site.api("site-b")
                    .patch(
                            ApiClient.MERGE_PATCH,
                            SERVICE + "?fieldManager=kubectl-edit",
                            "{\"spec\":{\"selector\":{\"redis-failover\":\"slave\"}}}")
                    .is(200);
            Ended edited = drift();
            assertThat(edited.exit()).as(edited.toString()).isEqualTo(2);
            assertThat(edited.out())
                    .containsPattern("spec\\.selector\\.redis-failover +slave -> master\\n"
                            + " +by +kubectl-edit \\(Update\\) at 20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\\n")
                    .contains("1 differs.")
                    .containsOnlyOnce(" by ");
        }
    }

    private Ended drift() throws Exception {
        return new Shakebook(home)
                .in(folder)
                .with("XDG_STATE_HOME", folder.resolve("state").toString())
                .run("drift", SYNC, "-i", "demo", "--exit-code");
    }
}
