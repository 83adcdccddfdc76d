// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.testkit.apiserver.ApiClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new cluster starts with its seed, ready; an old one ignores it. */
class SeedTest {
    private static final Map<String, Object> NAMESPACE =
            Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", "redis-a"));

    @TempDir
    private Path folder;

    private EmbeddedCluster open(Seed seed) throws Exception {
        return EmbeddedCluster.open(folder, seed, Clusters.quick("site-a"));
    }

    private static Map<String, Object> configMap(String name) {
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                Map.of("name", name, "namespace", "redis-a"),
                "data",
                Map.of("k", "1"));
    }

    private static Map<String, Object> leaders() {
        Map<String, Object> labels = Map.of("app", "redis-a", "role", "leader");
        Map<String, Object> template = Map.of(
                "metadata",
                Map.of("labels", labels),
                "spec",
                Map.of("containers", List.of(Map.of("name", "redis", "image", "redis:7"))));
        return Map.of(
                "apiVersion",
                "apps/v1",
                "kind",
                "StatefulSet",
                "metadata",
                Map.of("name", "redis-a-leader", "namespace", "redis-a"),
                "spec",
                Map.of(
                        "replicas",
                        3,
                        "serviceName",
                        "redis-a-leader",
                        "selector",
                        Map.of("matchLabels", labels),
                        "template",
                        template));
    }

    @Test
    void thePodsOfASeededStatefulSetAreReadyFromTheStart() throws Exception {
        try (EmbeddedCluster cluster = open(new Seed(List.of(leaders(), NAMESPACE)))) {
            var pods = Clusters.client(cluster.url())
                    .get("/api/v1/namespaces/redis-a/pods?labelSelector=role%3Dleader")
                    .is(200);
            assertThat(pods.names()).containsExactly("redis-a-leader-0", "redis-a-leader-1", "redis-a-leader-2");
            assertThat(pods.elements("/items"))
                    .allSatisfy(pod -> assertThat(
                                    pod.at("/status/containerStatuses/0/ready").asBoolean(false))
                            .isTrue())
                    .extracting(pod -> pod.at("/metadata/labels/statefulset.kubernetes.io~1pod-name")
                            .asString(""))
                    .containsExactlyElementsOf(pods.names());
        }
    }

    @Test
    void seededPodsStayReadyWhenTheClusterIsOpenedAgain() throws Exception {
        open(new Seed(List.of(NAMESPACE, leaders()))).close();
        try (EmbeddedCluster cluster = open(Seed.empty())) {
            ApiClient client = Clusters.client(cluster.url());
            String set = "/apis/apps/v1/namespaces/redis-a/statefulsets/redis-a-leader";
            assertThat(client.get(set).value("/status/readyReplicas")).isEqualTo("3");
        }
    }

    @Test
    void aSeedIsAppliedOnlyOnce() throws Exception {
        open(new Seed(List.of(NAMESPACE, configMap("first")))).close();
        try (EmbeddedCluster cluster = open(new Seed(List.of(NAMESPACE, configMap("second"))))) {
            ApiClient client = Clusters.client(cluster.url());
            client.get("/api/v1/namespaces/redis-a/configmaps/first").is(200);
            client.get("/api/v1/namespaces/redis-a/configmaps/second").is(404);
        }
    }

    @Test
    void aRefusedObjectIsNamedAndTheFolderStaysNew() throws Exception {
        InvalidSeed refused = catchThrowableOfType(
                InvalidSeed.class, () -> open(new Seed(List.of(NAMESPACE, configMap("Not-A-Name")))));
        assertThat(refused.index()).isEqualTo(1);
        assertThat(refused).hasMessageContaining("object 2 of the seed (ConfigMap 'Not-A-Name')");
        try (EmbeddedCluster cluster = open(new Seed(List.of(NAMESPACE, configMap("a-name"))))) {
            Clusters.client(cluster.url())
                    .get("/api/v1/namespaces/redis-a/configmaps/a-name")
                    .is(200);
        }
    }

    @Test
    void everyClusterHasTheUsualNamespacesAndANode() throws Exception {
        try (EmbeddedCluster cluster = open(Seed.empty())) {
            ApiClient client = Clusters.client(cluster.url());
            assertThat(client.get("/api/v1/namespaces").names())
                    .containsExactly("default", "kube-node-lease", "kube-public", "kube-system");
            assertThat(client.get("/api/v1/nodes").names()).containsExactly("site-a-node-1");
        }
    }
}
