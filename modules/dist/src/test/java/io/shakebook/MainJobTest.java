// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.formats.StandardFileFormats;
import io.shakebook.testkit.apiserver.ApiClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The main job on the embedded clusters, as a user meets it. */
@Execution(ExecutionMode.CONCURRENT)
class MainJobTest extends DemoStory {
    private static final String CANARY = "ca\"na\\ry$'{}\n7f";

    @Test
    void theCycleRunsAndASecondRunWritesNothing() throws Exception {
        site.serve();
        site.shakebook("plan", "sync", "--exit-code").exits(2);
        site.run("sync").exits(0).says("13 objects changed");
        Map<String, String> synced = site.versions();
        site.shakebook("run", "sync", "--yes").exits(0).says("Nothing to do");
        assertThat(site.versions()).isEqualTo(synced);

        site.run("failover").exits(0);
        site.shakebook("run", "failover", "--yes").exits(0).says("Nothing to do");
        site.run("recovery").exits(0);
        site.run("restore").exits(0);
        site.shakebook("plan", "sync", "--exit-code").exits(0);
    }

    @Test
    void anEditBehindItsBackIsShownAsExactlyThatAndRepaired() throws Exception {
        site.serve();
        site.run("sync").exits(0);
        ApiClient a = site.api("site-a");
        String service = "/api/v1/namespaces/redis-a/services/redis-a-leader-svc-0";
        a.patch(ApiClient.MERGE_PATCH, service, "{\"spec\":{\"selector\":{\"role\":\"follower\"}}}")
                .is(200);

        site.shakebook("plan", "sync", "--exit-code").exits(2).says("follower -> leader", "0 to create, 1 to change");
        site.run("sync").exits(0).says("1 object changed");
        assertThat(a.get(service).value("/spec/selector/role")).isEqualTo("leader");
        site.shakebook("plan", "sync", "--exit-code").exits(0);
    }

    @Test
    void aForeignAnnotationIsNobodysBusiness() throws Exception {
        site.serve();
        site.run("sync").exits(0);
        site.api("site-b")
                .patch(
                        ApiClient.MERGE_PATCH,
                        "/apis/apps/v1/namespaces/redis-b/deployments/redis-shake-sync-0",
                        "{\"metadata\":{\"annotations\":{\"somebody\":\"else\"}}}")
                .is(200);

        site.shakebook("plan", "sync", "--exit-code").exits(0);
    }

    @Test
    void aChangedValueOfTheInventoryIsExactlyThatDifference() throws Exception {
        site.serve();
        site.run("sync").exits(0);
        site.edit("demo/inventory.yaml", "node-address: 10.0.1.11 ", "node-address: 10.0.1.12 ");

        site.shakebook("plan", "sync", "--exit-code")
                .exits(2)
                .says("source.address", "10.0.1.12", "restart = full resync", "0 to create, 6 to change, 0 to delete");
    }

    @Test
    void passwordsMoveToASecretAndTheOldConfigMapGoes() throws Exception {
        site.serve();
        site.run("sync").exits(0).says("passwords stand in clear text");
        site.shakebook("run", "sync", "--yes", "--confirm", "all", "-p", "config-kind=Secret")
                .exits(0);

        ApiClient b = site.api("site-b");
        assertThat(b.get("/api/v1/namespaces/redis-b/configmaps").names())
                .noneMatch(name -> name.startsWith("redis-sync"));
        assertThat(b.get("/api/v1/namespaces/redis-b/secrets").names())
                .contains("redis-sync-0", "redis-sync-1", "redis-sync-2");
        site.shakebook("plan", "sync", "--exit-code", "-p", "config-kind=Secret")
                .exits(0);
    }

    @Test
    void anUnansweredPointOfNoReturnPausesAndSaysHowToGoOn() throws Exception {
        site.serve();
        site.shakebook("run", "sync", "--yes").exits(7).says("sync/start", "--confirm");
        assertThat(site.api("site-b")
                        .get("/apis/apps/v1/namespaces/redis-b/deployments")
                        .names())
                .isEmpty();
    }

    @Test
    void failoverNeedsNothingOfThePrimarysSite() throws Exception {
        site.serve();
        site.run("sync").exits(0);
        site.edit(
                "demo/inventory.yaml", "    embedded: site-a.yaml ", "    context: gone\n    kubeconfig: /nowhere # ");

        site.run("failover").exits(0).says("3 objects changed");
    }

    @Test
    void aRotatedPasswordIsADifferenceThatIsNotShownAndRestartsTheShakes() throws Exception {
        site.serve();
        site.run("sync").exits(0);
        String rotated = "rotated-" + CANARY.hashCode();
        site.api("site-a")
                .patch(
                        ApiClient.MERGE_PATCH,
                        "/api/v1/namespaces/redis-a/secrets/redis-a-auth",
                        "{stringData: {password: '" + rotated + "'}}")
                .is(200);

        site.shakebook("plan", "sync", "--exit-code", "-v")
                .exits(2)
                .says("source.password", "(#1)", "restart = full resync", "0 to create, 6 to change");
        site.run("sync").exits(0);
        assertThat(site.api("site-b")
                        .get("/api/v1/namespaces/redis-b/configmaps/redis-sync-0")
                        .value("/data/sync.toml"))
                .contains("password = \"" + rotated + "\"");
        site.shakebook("plan", "sync", "--exit-code").exits(0);
        assertThat(site.everythingShown()).doesNotContain(rotated, "demo-password");
    }

    @Test
    void aPasswordIsWrittenExactlyAndShownNowhere() throws Exception {
        String yaml = "\"ca\\\"na\\\\ry$'{}\\n7f\"";
        site.edit("demo/site-a.yaml", "password: demo-password-a", "password: " + yaml);
        site.edit("demo/site-b.yaml", "password: demo-password-b", "password: " + yaml);
        site.serve();
        site.shakebook("plan", "sync", "--format", "json", "-v").exits(0);
        site.run("sync").exits(0);
        String[] all = {"--yes", "--confirm", "all", "-v"};
        site.shakebook("plan", "sync", "--format", "json", "-p", "config-kind=Secret")
                .exits(0);
        site.shakebook("run", "sync", "-p", "config-kind=Secret", "--yes", "--confirm", "all", "-v")
                .exits(0);
        site.shakebook("run", "failover", all).exits(0);
        site.shakebook("run", "recovery", all).exits(0);
        site.shakebook("run", "restore", all).exits(0);
        site.api("site-b")
                .delete("/api/v1/namespaces/redis-b/secrets/redis-b-auth")
                .is(200);
        site.shakebook("run", "sync", "--yes", "-v").exits(6).says("redis-b-auth");

        String toml = site.api("site-b")
                .get("/api/v1/namespaces/redis-b/configmaps/redis-sync-2")
                .value("/data/sync.toml");
        Map<String, Object> keys =
                new StandardFileFormats().named("toml").orElseThrow().read(toml);
        assertThat(keys).containsEntry("source.password", CANARY).containsEntry("target.password", CANARY);
        String base64 = Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));
        assertThat(site.everythingShown()).doesNotContain(CANARY, base64, "na\\ry", "na\\\\ry", "ry$'{}");
    }
}
