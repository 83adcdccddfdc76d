// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.ApiClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The order rules of the procedure: a wrong playbook or a wrong state is refused by name, and nothing is written. */
@Execution(ExecutionMode.CONCURRENT)
class RulesTest extends DemoStory {
    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/%s/deployments";

    @Test
    void r1SwappedPhasesStartNoRecoveryWhileTheSyncRuns() throws Exception {
        Path recovery = site.file("playbooks/redis-dr/recovery.yaml");
        String text = Files.readString(recovery);
        int stop = text.indexOf("  - name: stop-sync");
        int up = text.indexOf("  - name: primary-is-up");
        Files.writeString(recovery, text.substring(0, stop) + text.substring(up) + "\n" + text.substring(stop, up));
        site.serve();
        site.run("sync").exits(0);

        refuses("recovery", "R1", "copies the other way; stop it first");
    }

    @Test
    void r2NoShakeCanStartBeforeItsConfiguration() throws Exception {
        Path link = site.file("playbooks/redis-dr/link.yaml");
        String text = Files.readString(link);
        int configure = text.indexOf("  - name: configure");
        int start = text.indexOf("  - name: start");
        int tidy = text.indexOf("  - name: tidy");
        Files.writeString(
                link,
                text.substring(0, configure)
                        + text.substring(start, tidy)
                        + text.substring(configure, start)
                        + text.substring(tidy));
        site.serve();
        Map<String, String> before = site.versions();

        site.run("sync").exits(65).says("config", "later");
        assertThat(site.versions()).isEqualTo(before);
    }

    @Test
    void r4NoSyncWhileARecoveryRuns() throws Exception {
        site.serve();
        start("site-a", "redis-a", "redis-shake-recovery", "");

        refuses("sync", "R4: a recovery towards redis-a is running");
    }

    @Test
    void r5NoSyncWhileARecoveryPodIsStillTerminating() throws Exception {
        site.serve();
        start("site-a", "redis-a", "redis-shake-recovery", "\"embedded.shakebook.io/gone-after\":\"600s\"");
        site.api("site-a")
                .patch(
                        ApiClient.MERGE_PATCH,
                        DEPLOYMENTS.formatted("redis-a") + "/redis-shake-recovery",
                        "{\"spec\":{\"replicas\":0}}")
                .is(200);

        refuses("sync", "recovery");
    }

    @Test
    void bothDirectionsAtOnceAreRefused() throws Exception {
        site.serve();
        start("site-a", "redis-a", "redis-shake-recovery", "");
        start("site-b", "redis-b", "redis-shake-sync-0", "");

        refuses("sync", "copies the other way; stop it first", "R4");
    }

    @Test
    void r3NothingStartsWhileTheTargetHasNoMaster() throws Exception {
        site.serve();
        site.api("site-b")
                .patch(
                        ApiClient.MERGE_PATCH,
                        "/api/v1/namespaces/redis-b/pods/rfr-redis-b-0",
                        "{\"metadata\":{\"labels\":{\"redis-failover\":\"slave\"}}}")
                .is(200);

        refuses("sync", "R3");
    }

    @Test
    void r6AShakeBesideItsSourceIsRefused() throws Exception {
        site.edit(
                "playbooks/redis-dr/link.yaml",
                "  - name: order\n    cluster: ${target.cluster}\n    namespace: ${target.namespace}",
                "  - name: order\n    cluster: ${source.cluster}\n    namespace: ${source.namespace}");
        site.serve();

        refuses("sync", "R6");
    }

    @Test
    void r7OneLeaderOfThreeMissingIsNoSmallerPlan() throws Exception {
        site.serve();
        site.api("site-a")
                .patch(
                        ApiClient.MERGE_PATCH,
                        "/apis/apps/v1/namespaces/redis-a/statefulsets/redis-a-leader",
                        "{\"spec\":{\"replicas\":2}}")
                .is(200);
        site.api("site-a").delete("/api/v1/namespaces/redis-a/pods/redis-a-leader-2");

        refuses("sync", "shard-missing", "redis-a-leader-2");
    }

    @Test
    void r7MoreShardsDeclaredThanFoundIsAnError() throws Exception {
        site.edit("demo/inventory.yaml", "shards: 3 ", "shards: 4 ").serve();

        refuses("sync", "shard-missing", "R7", "redis-a-leader-3");
    }

    @Test
    void r7AStrayShakeIsNotLeftCopying() throws Exception {
        site.serve();
        start("site-b", "redis-b", "redis-shake-sync-7", "");

        refuses("sync", "stray: Deployment \"redis-shake-sync-7\"");
    }

    @Test
    void r7AShardLessLeavesNoShakeCopying() throws Exception {
        site.serve();
        site.run("sync").exits(0);
        site.edit("demo/inventory.yaml", "shards: 3 ", "shards: 2 ");
        site.api("site-a")
                .patch(
                        ApiClient.MERGE_PATCH,
                        "/apis/apps/v1/namespaces/redis-a/statefulsets/redis-a-leader",
                        "{\"spec\":{\"replicas\":2}}")
                .is(200);

        refuses("sync", "kubectl -n redis-b scale --replicas=0 deployment/redis-shake-sync-2");
        site.api("site-b")
                .patch(
                        ApiClient.MERGE_PATCH,
                        DEPLOYMENTS.formatted("redis-b") + "/redis-shake-sync-2",
                        "{\"spec\":{\"replicas\":0}}")
                .is(200);
        site.run("sync").exits(0);
    }

    @Test
    void r7AShakeUnderAnotherNameIsNotLeftCopying() throws Exception {
        site.serve();
        start("site-b", "redis-b", "redis-shake-sync-old", "");

        refuses("sync", "stray: Deployment \"redis-shake-sync-old\"");
    }

    @Test
    void r7AnotherNumberOfShakesThanTheSourceHasLeadersIsRefused() throws Exception {
        site.edit(
                "playbooks/redis-dr/link.yaml",
                "          opposite-app-name: ${opposite-app-name}\n\n",
                "          opposite-app-name: ${opposite-app-name}\n          wanted: [redis-shake-sync-0]\n\n");
        site.serve();

        refuses("sync", "R7", "has 3 masters, and 1 shake would run");
    }

    private void refuses(String playbook, String... words) {
        Map<String, String> before = site.versions();
        site.run(playbook).exits(6).says(words);
        assertThat(site.versions()).isEqualTo(before);
    }

    private void start(String cluster, String namespace, String name, String annotations) {
        String labels = "{\"app\":\"" + name + "\"}";
        site.api(cluster)
                .post(
                        DEPLOYMENTS.formatted(namespace),
                        "{\"metadata\":{\"name\":\"" + name + "\"},"
                                + "\"spec\":{\"replicas\":1,\"selector\":{\"matchLabels\":" + labels + "},"
                                + "\"template\":{\"metadata\":{\"annotations\":{" + annotations + "},\"labels\":"
                                + labels + "},"
                                + "\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}}}")
                .is(201);
        String pods = "/api/v1/namespaces/" + namespace + "/pods?labelSelector=app%3D" + name;
        new io.shakebook.testkit.apiserver.Eventually(java.time.Duration.ofSeconds(10))
                .get(
                        "a running pod of " + name,
                        () -> site.api(cluster).get(pods).elements("/items"),
                        found -> found.stream()
                                .anyMatch(pod ->
                                        pod.at("/status/phase").asString("").equals("Running")));
    }
}
