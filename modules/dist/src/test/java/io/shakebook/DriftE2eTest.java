// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.ApiServer;
import io.shakebook.testkit.apiserver.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Drift as a night job sees it: through the launcher, by exit code, with the clusters served by another process. */
@Execution(ExecutionMode.CONCURRENT)
class DriftE2eTest {
    private static final String SYNC = "playbooks/redis-dr/sync.yaml";
    private static final String SERVICE = "/api/v1/namespaces/redis-b/services/redis-b-sync-svc";
    private static final Pattern SERVING = Pattern.compile("serving site-b at (\\S+)");

    @TempDir
    Path home;

    @TempDir
    Path folder;

    @Test
    void afterARunNothingAndAfterAnEditExactlyThat() throws Exception {
        new DemoSite(folder).close();
        Path served = home.resolve("served");
        Process demo = shakebook().start(home.resolve("kubeconfig"), served, "demo", "serve", "-i", "demo");
        try {
            ApiClient client = client(served);
            Ended run = shakebook().run("run", SYNC, "-i", "demo", "--yes", "--confirm", "all");
            assertThat(run.exit()).as(run.toString()).isZero();
            assertServedOnce();
            Ended nothing = drift();
            assertThat(nothing.exit()).as(nothing.toString()).isZero();
            assertThat(nothing.out()).contains("No drift");

            client.patch(
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
        } finally {
            demo.destroy();
            demo.waitFor();
        }
    }

    private void assertServedOnce() throws Exception {
        Ended second = shakebook().run("demo", "serve", "-i", "demo");
        assertThat(second.exit()).as(second.toString()).isEqualTo(74);
        assertThat(second.err()).contains("\"site-a\" is already served by another process");
        Ended status = shakebook().run("demo", "status", "-i", "demo");
        assertThat(status.out()).contains("1 StatefulSet,", "2 StatefulSets,");
    }

    private Ended drift() throws Exception {
        return shakebook().run("drift", SYNC, "-i", "demo", "--exit-code");
    }

    private Shakebook shakebook() {
        return Shakebook.started(home).in(folder);
    }

    private static ApiClient client(Path served) {
        Optional<String> url = new Eventually(Duration.ofSeconds(60))
                .get("the demo is served", () -> url(served), Optional::isPresent);
        return new ApiClient(new ApiServer(URI.create(url.orElseThrow()), Map.of(), Optional.empty(), Set.of()));
    }

    private static Optional<String> url(Path served) {
        try {
            Matcher line = SERVING.matcher(Files.readString(served));
            return line.find() ? Optional.of(line.group(1)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
