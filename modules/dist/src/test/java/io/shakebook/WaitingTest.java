// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator reads while, and after, a step waits for something that does not come. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WaitingTest {
    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/redis-b/deployments";
    private static final String STUCK = """
            playbook: redis-dr/stuck
            summary: Starts one shake.
            phases:
              - name: start
                cluster: site-b
                namespace: redis-b
                steps:
                  - name: shake
                    within: 4s
                    take: [spec, metadata.labels]
                    shake-app:
                      name: stuck
                      image: registry.example/redis-shake@sha256:46652d7d8893fa4508c3c6725afc1e211fb9cb894c4dc85e94287395a32fc3dc
                      arguments: [/etc/sync/sync.toml]
                      config:
                        kind: ConfigMap
                        name: CONFIG
                      config-digest: made-by-hand
            """;
    private static final String STOP = """
            playbook: redis-dr/stuck
            summary: Stops one shake.
            phases:
              - name: stop
                cluster: site-b
                namespace: redis-b
                steps:
                  - name: shake
                    within: 1s
                    take: [spec.replicas]
                    scale-down:
                      workload: Deployment/stuck
            """;

    @TempDir
    Path folder;

    private DemoSite site;

    @BeforeEach
    void open() throws Exception {
        site = new DemoSite(folder).serve();
        site.api("site-b")
                .post("/api/v1/namespaces/redis-b/configmaps", "{\"metadata\":{\"name\":\"there\"}}")
                .is(201);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CrashLoopBackOff:2 | there   | restarted once, exit code 2",
                "ImagePullBackOff   | there   | cannot be pulled: ",
                "Unschedulable      | there   | no node takes the pod: 0/1 nodes are available",
                "''                 | missing | ConfigMap \"missing\", which the pod mounts, does not exist"
            })
    void aShakeThatDoesNotComeUpSaysWhy(String fault, String config, String words) throws Exception {
        playbook(STUCK.replace("CONFIG", config));
        deploy("\"embedded.shakebook.io/fail\":\"" + fault + "\"", 0);
        DemoSite.Result result = site.run("stuck").exits(3);
        assertThat(result.err().replaceAll("\\s+", " ").contains(words)).as(result.err()).isTrue();
        assertThat(result.err())
                .contains("error[not-ready]: shake is not ready", "step   start/shake   Deployment redis-b/stuck on site-b")
                .contains("wait   start/shake")
                .doesNotContain("Exception", "\"kind\"");
    }

    @Test
    void aPodThatDoesNotGoIsNamedWithItsNodeAndItsTime() throws Exception {
        playbook(STOP);
        deploy("\"embedded.shakebook.io/gone-after\":\"600s\"", 1);
        new Eventually(Duration.ofSeconds(20))
                .get(
                        "a running pod",
                        () -> site.api("site-b").get("/api/v1/namespaces/redis-b/pods?labelSelector=app%3Dstuck").elements("/items"),
                        found -> found.stream().anyMatch(pod -> pod.at("/status/phase").asString("").equals("Running")));
        site.run("stuck").exits(3).says("pods of Deployment \"stuck\" still run: \"stuck-", "(terminating, on node \"");
    }

    private void playbook(String text) throws Exception {
        Files.writeString(site.file("playbooks/redis-dr/stuck.yaml"), text);
    }

    /** By hand, and with what the playbooks want of a shake that cannot be changed later. */
    private void deploy(String annotations, int replicas) {
        site.api("site-b")
                .post(
                        DEPLOYMENTS,
                        "{\"metadata\":{\"name\":\"stuck\",\"annotations\":{" + annotations + "}},\"spec\":{\"replicas\":"
                                + replicas + ",\"strategy\":{\"type\":\"Recreate\"},"
                                + "\"selector\":{\"matchLabels\":{\"app\":\"stuck\"}},\"template\":{\"metadata\":{\"labels\":{"
                                + "\"app\":\"stuck\"}},\"spec\":{\"containers\":[{\"name\":\"shake\",\"image\":\"i\"}]}}}}")
                .is(201);
    }
}
