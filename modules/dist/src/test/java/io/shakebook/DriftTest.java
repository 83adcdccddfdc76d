// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.source.Json;
import io.shakebook.testkit.apiserver.ApiClient;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What drift says when somebody was at the clusters: exactly that, with who and when. */
@Execution(ExecutionMode.CONCURRENT)
class DriftTest {
    private static final String SERVICE = "/api/v1/namespaces/redis-a/services/redis-a-leader-svc-1";
    private static final String CONFIG = "/api/v1/namespaces/redis-b/configmaps/redis-sync-0";
    private static final String BY_HAND = "?fieldManager=kubectl-edit";

    @TempDir
    Path folder;

    private DemoSite site;

    @BeforeEach
    void sync() throws Exception {
        site = new DemoSite(folder).serve();
        site.run("sync").exits(0);
    }

    @AfterEach
    void end() {
        site.close();
    }

    @Test
    void nothingDriftsAfterAnyPlaybookHasRun() {
        drift("sync").exits(0).says("No drift: everything is as the playbook says.");
        for (String playbook : new String[] {"failover", "recovery", "restore"}) {
            site.run(playbook).exits(0);
            drift(playbook).exits(0).says("No drift");
        }
        drift("sync").exits(0).says("No drift");
    }

    @Test
    void anEditIsNamedWithItsManagerAndTimeAndNothingElseIs() {
        site.api("site-a")
                .patch(ApiClient.MERGE_PATCH, SERVICE + BY_HAND, "{\"spec\":{\"selector\":{\"role\":\"follower\"}}}")
                .is(200);
        String time = timeOf(site.api("site-a"), SERVICE);
        DemoSite.Result drift = drift("sync").exits(2);
        drift.says(
                "source-service[1] Service redis-a/redis-a-leader-svc-1",
                "spec.selector.role follower -> leader",
                "by kubectl-edit (Update) at " + time,
                "13 steps: 12 as the playbook says, 1 differs.");
        assertThat(drift.out()).doesNotContain("redis-sync-", "is missing", "follows");
    }

    @Test
    void aPasswordIsMaskedOnBothSides() throws Exception {
        String toml = site.api("site-b").get(CONFIG).value("/data/sync.toml");
        String edited = toml.replaceAll("(?m)^password = .*", "password = \"typed-by-hand\"");
        assertThat(edited).isNotEqualTo(toml);
        String patch = Json.line(Map.of("data", Map.of("sync.toml", edited)));
        site.api("site-b").patch(ApiClient.MERGE_PATCH, CONFIG + BY_HAND, patch).is(200);
        drift("sync").exits(2).says("(masked, another value) -> (#1)", "by kubectl-edit (Update)");
        site.shakebook("drift", "sync", "--format", "json").exits(0).says("\"masked\": \"another value\"");
        assertThat(site.everythingShown()).doesNotContain("typed-by-hand");
    }

    @Test
    void aChangedInventoryIsNobodysEditAndTheRestartFollowsFromIt() throws Exception {
        site.edit("demo/inventory.yaml", "10.0.1.11", "10.0.1.99");
        drift("sync")
                .exits(2)
                .says(
                        "source.address 10.0.1.11:",
                        "as shakebook.configmap (Apply)",
                        "what the playbook says has changed since",
                        "follows from sync/configure/config[0]");
    }

    @Test
    void whatIsMissingAndWhatDependsOnItIsSaid() {
        site.api("site-a").delete(SERVICE).is(200);
        drift("sync")
                .exits(2)
                .says(
                        "is missing: Service redis-a/redis-a-leader-svc-1",
                        "<node-port, known after sync/expose/source-service[1]",
                        "follows from sync/expose/source-service[1]");
    }

    @Test
    void anUnchangedStepThatIsNotReadyAnyMoreIsDrift() {
        site.api("site-b").delete("/api/v1/namespaces/redis-b/pods/rfr-redis-b-0?gracePeriodSeconds=0");
        DemoSite.Result drift = drift("sync");
        drift.exits(2).says("not ready: ");
        assertThat(drift.out()).doesNotContain(" differ");
    }

    @Test
    void aGateThatDoesNotHoldIsALineAndStopsNothing() {
        site.run("failover").exits(0);
        site.run("recovery").exits(0);
        drift("sync")
                .exits(2)
                .says(
                        "no-recovery does not hold: ",
                        "shake[0] Deployment redis-b/redis-shake-sync-0",
                        "replicas 0 -> 1");
    }

    @Test
    void factsThatALookUpRefusesAreSaidSo() {
        site.api("site-a").delete("/apis/apps/v1/namespaces/redis-a/statefulsets/redis-a-leader");
        site.api("site-a").delete("/api/v1/namespaces/redis-a/pods/redis-a-leader-2?gracePeriodSeconds=0");
        drift("sync").exits(6).says("facts of sync cannot be read: ", "no-recovery holds");
    }

    private DemoSite.Result drift(String playbook) {
        return site.shakebook("drift", playbook, "--exit-code");
    }

    private static String timeOf(ApiClient api, String path) {
        return api.get(path).elements("/metadata/managedFields").stream()
                .filter(entry -> entry.at("/manager").asString("").equals("kubectl-edit"))
                .map(entry -> entry.at("/time").asString(""))
                .findFirst()
                .orElseThrow();
    }
}
