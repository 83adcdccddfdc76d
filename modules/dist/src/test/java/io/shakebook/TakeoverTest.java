// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A pair that somebody set up by hand, as the manual procedure says, is taken over without two shakes at once. */
@Execution(ExecutionMode.CONCURRENT)
class TakeoverTest {
    private static final String A = "/api/v1/namespaces/redis-a/services";
    private static final String SERVICES = "/api/v1/namespaces/redis-b/services";
    private static final String CONFIGS = "/api/v1/namespaces/redis-b/configmaps";
    private static final String SHAKES = "/apis/apps/v1/namespaces/redis-b/deployments";
    private static final String PODS = "/api/v1/namespaces/redis-b/pods";

    @TempDir
    Path folder;

    private DemoSite site;

    @BeforeEach
    void open() throws Exception {
        site = new DemoSite(folder).serve();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{type: 'Recreate'}"})
    void whatWasMadeByHandIsReplacedWhereNothingElseHelpsAndTheRestAdopted(String strategy) {
        for (int shard = 0; shard < 3; shard++) {
            madeByHand(shard, strategy);
        }
        List<String> old = site.api("site-b").get(PODS).names();

        site.shakebook("plan", "sync", "--exit-code")
                .exits(2)
                .says("delete and create again", "Deployment redis-b/redis-shake-sync-0", "-1, -2");
        int most = mostAtOnce(() -> site.run("sync").exits(0));

        assertThat(most).as("pods of one shake at once").isEqualTo(1);
        assertThat(site.api("site-b").get(PODS).names()).doesNotContainAnyElementsOf(shakes(old));
        Answer shake = site.api("site-b").get(SHAKES + "/redis-shake-sync-0");
        assertThat(shake.value("/spec/strategy/type")).isEqualTo("Recreate");
        assertThat(shake.elements("/spec/template/spec/containers")).hasSize(1);
        site.shakebook("plan", "sync", "--exit-code").exits(0);
    }

    @Test
    void anOrphanedShakeIsRefusedWithTheCommandThatEndsIt() {
        site.run("sync").exits(0);
        site.api("site-b").delete(SHAKES + "/redis-shake-sync-0", "{propagationPolicy: 'Orphan'}");
        new Eventually(Duration.ofSeconds(10))
                .get(
                        "that the Deployment is gone",
                        () -> site.api("site-b").get(SHAKES + "/redis-shake-sync-0"),
                        answer -> answer.code() == 404);
        var before = site.versions();

        site.run("sync").exits(6).says("kubectl -n redis-b delete replicaset redis-shake-sync-0-");
        assertThat(site.versions()).isEqualTo(before);
    }

    private static List<String> shakes(List<String> pods) {
        return pods.stream().filter(pod -> pod.startsWith("redis-shake-")).toList();
    }

    private void madeByHand(int n, String strategy) {
        ApiClient b = site.api("site-b");
        Answer source = site.api("site-a")
                .post(
                        A + "?fieldManager=kubectl-client-side-apply",
                        "{metadata: {name: 'redis-a-leader-svc-" + n
                                + "'}, spec: {type: 'NodePort', ports: [{port: 6379}],"
                                + " selector: {'app.kubernetes.io/component': 'redis', 'app.kubernetes.io/managed-by':"
                                + " 'redis-operator', 'app.kubernetes.io/name': 'redis-a', role: 'leader',"
                                + " 'statefulset.kubernetes.io/pod-name': 'redis-a-leader-" + n + "'}}}")
                .is(201);
        b.post(
                        CONFIGS + "?fieldManager=kubectl-client-side-apply",
                        "{metadata: {name: 'redis-sync-" + n
                                + "'}, data: {'sync.toml': 'type = \\\"sync\\\"\\n[source]\\n"
                                + "address = \\\"10.0.1.11:" + source.value("/spec/ports/0/nodePort") + "\\\"\\n'}}")
                .is(201);
        String name = "redis-shake-sync-" + n;
        b.post(
                        SERVICES + "?fieldManager=kubectl-client-side-apply",
                        "{metadata: {name: '" + name
                                + "'}, spec: {type: 'NodePort', ports: [{port: 6379, name: 'redis'}],"
                                + " selector: {app: '" + name + "'}}}")
                .is(201);
        b.post(
                        SHAKES + "?fieldManager=kubectl-client-side-apply",
                        "{metadata: {name: '" + name + "', annotations: {'embedded.shakebook.io/gone-after': '900ms'}},"
                                + " spec: {replicas: 1, strategy: " + strategy + ", selector: {matchLabels: {app: '"
                                + name + "'}},"
                                + " template: {metadata: {labels: {app: '" + name + "'}}, spec: {containers:"
                                + " [{name: 'container-1', image: 'release.daocloud.io/ndx-product/redis-shake@sha256:"
                                + "46652d7d8893fa4508c3c6725afc1e211fb9cb894c4dc85e94287395a32fc3dc',"
                                + " args: ['/etc/sync/sync.toml'], volumeMounts: [{name: 'c', mountPath: '/etc/sync'},"
                                + " {name: 'd', mountPath: '/data'}]}], volumes: [{name: 'c', configMap: {name: 'redis-sync-"
                                + n + "'}}, {name: 'd', emptyDir: {}}]}}}}")
                .is(201);
        new Eventually(Duration.ofSeconds(10))
                .get(
                        "a ready pod of " + name,
                        () -> b.get(SHAKES + "/" + name),
                        shake -> shake.value("/status/readyReplicas").equals("1"));
    }

    /** Watches all pods while something runs: how many of the first shake were there at once, terminating ones included. */
    private int mostAtOnce(Runnable work) {
        Counting counting = new Counting(site.api("site-b"), PODS + "?labelSelector=app%3Dredis-shake-sync-0");
        Thread watcher = new Thread(counting);
        watcher.start();
        work.run();
        counting.done = true;
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return counting.most;
    }

    private static final class Counting implements Runnable {
        private final ApiClient api;
        private final String pods;
        private volatile boolean done;
        private volatile int most;

        Counting(ApiClient api, String pods) {
            this.api = api;
            this.pods = pods;
        }

        @Override
        public void run() {
            while (!done) {
                List<JsonNode> found = api.get(pods).elements("/items");
                most = Math.max(most, found.size());
            }
        }
    }
}
