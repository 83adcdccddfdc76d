// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests beyond the contract: what clients and people do to a cluster now and then. */
class RequestsTest {
    private static final String SERVICES = "/api/v1/namespaces/default/services";
    private static final String MAPS = "/api/v1/namespaces/default/configmaps";

    @TempDir
    private static Path folder;

    private static Optional<EmbeddedCluster> cluster = Optional.empty();

    @BeforeAll
    static void open() throws Exception {
        cluster = Optional.of(EmbeddedCluster.open(folder, Seed.empty(), Clusters.quick("site-a")));
    }

    @AfterAll
    static void close() throws Exception {
        cluster.orElseThrow().close();
    }

    private static ApiClient api() {
        return Clusters.client(cluster.orElseThrow().url());
    }

    private static String service(String name, String spec) {
        return """
                {apiVersion: 'v1', kind: 'Service', metadata: {name: '%s'}, spec: {selector: {app: 'x'}, %s}}""".formatted(name, spec);
    }

    @Test
    void aPutThatDoesNotRepeatAddressAndNodePortKeepsThem() {
        Answer made = api().post(SERVICES, service("kept", "type: 'NodePort', ports: [{port: 80}]"))
                .is(201);
        Answer put = api().put(SERVICES + "/kept", service("kept", "type: 'NodePort', ports: [{port: 81}]"))
                .is(200);
        assertThat(put.value("/spec/clusterIP")).isEqualTo(made.value("/spec/clusterIP"));
        assertThat(put.value("/spec/ports/0/nodePort")).isEqualTo(made.value("/spec/ports/0/nodePort"));
    }

    @Test
    void madeUpNodePortsAndAddressesAreNeverHandedOut() {
        String body = service("made-up", "type: 'NodePort', ports: [{port: 80}]");
        Answer dry = api().post(SERVICES + "?dryRun=All", body).is(201);
        Answer real = api().post(SERVICES, body).is(201);
        assertThat(dry.value("/spec/ports/0/nodePort")).isNotEqualTo(real.value("/spec/ports/0/nodePort"));
        assertThat(dry.value("/spec/clusterIP")).isNotEqualTo(real.value("/spec/clusterIP"));
        assertThat(dry.uid()).isNotEqualTo(real.uid());
        assertThat(Integer.parseInt(dry.value("/spec/ports/0/nodePort"))).isBetween(32700, 32767);
        assertThat(dry.value("/spec/clusterIP")).contains(".255.");
        assertThat(Integer.parseInt(real.value("/spec/ports/0/nodePort"))).isBetween(30000, 32699);
    }

    @Test
    void theUsualNamespacesStay() {
        api().delete("/api/v1/namespaces/default").is(403);
        api().get("/api/v1/namespaces/default").is(200);
    }

    @Test
    void deletingWhatIsNotThereInANamespaceThatIsNotThereSaysTheFormer() {
        Answer refused = api().delete("/api/v1/namespaces/nope/configmaps/a").is(404);
        assertThat(refused.message()).isEqualTo("configmaps \"a\" not found");
    }

    @Test
    void aWatchWithABrokenSelectorIsRefusedAsARequest() {
        api().get(MAPS + "?watch=true&labelSelector=a%3Db%3Dc").is(400);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        Answer refused = api().send("POST", MAPS, Map.of("Content-Type", "application/json"), "x".repeat(4_000_000));
        assertThat(refused.code()).isEqualTo(413);
        assertThat(refused.message()).isEqualTo("Request entity too large: limit is 3145728");
    }

    @Test
    void manifestsMayBeYaml() {
        String yaml = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: yaml}\ndata:\n  a: |\n    x\n";
        Answer made = api().send("POST", MAPS, Map.of("Content-Type", "application/yaml"), yaml)
                .is(201);
        assertThat(made.value("/data/a")).isEqualTo("x\n");
    }

    @Test
    void aNamespaceThatCannotEndDoesNotKeepOtherWorkFromBeingDone() {
        ApiClient api = api();
        api.post("/api/v1/namespaces", "{apiVersion: 'v1', kind: 'Namespace', metadata: {name: 'stuck'}}")
                .is(201);
        api.post(
                        "/apis/apps/v1/namespaces/stuck/deployments",
                        Clusters.deployment("a", "finalizers: ['example.com/hold']", "replicas: 1"))
                .is(201);
        api.delete("/api/v1/namespaces/stuck").is(200);
        String deployments = "/apis/apps/v1/namespaces/default/deployments";
        api.post(deployments, Clusters.deployment("z", "labels: {x: 'y'}", "replicas: 1"))
                .is(201);
        Clusters.EVENTUALLY.get(
                "ready",
                () -> api.get(deployments + "/z"),
                found -> found.value("/status/readyReplicas").equals("1"));
        api.get("/api/v1/namespaces/stuck").is(200);
    }

    @Test
    void aWorkloadThatCannotBeRolledOutDoesNotKeepOthersWaiting() {
        ApiClient api = api();
        String deployments = "/apis/apps/v1/namespaces/default/deployments";
        String longest = "a".repeat(250);
        String tooLongForItsPods = Clusters.deployment("a", "labels: {x: 'y'}", "replicas: 1")
                .replace("metadata: {name: 'a'", "metadata: {name: '" + longest + "'");
        api.post(deployments, tooLongForItsPods).is(201);
        api.post(deployments, Clusters.deployment("b", "labels: {x: 'y'}", "replicas: 1"))
                .is(201);
        Clusters.EVENTUALLY.get(
                "ready",
                () -> api.get(deployments + "/b"),
                found -> found.value("/status/readyReplicas").equals("1"));
    }
}
