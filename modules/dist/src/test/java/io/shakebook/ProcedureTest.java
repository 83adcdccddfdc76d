// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The objects of the manual procedure, field by field, as they stand on the server after sync, failover and recovery. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class ProcedureTest {
    private static final String IMAGE = "release.daocloud.io/ndx-product/redis-shake@sha256:"
            + "46652d7d8893fa4508c3c6725afc1e211fb9cb894c4dc85e94287395a32fc3dc";

    private DemoSite site;

    @BeforeAll
    void cycle(@TempDir Path folder) throws Exception {
        site = new DemoSite(folder).serve();
        site.run("sync").exits(0);
        site.run("failover").exits(0);
        site.run("recovery").exits(0);
    }

    @AfterAll
    void close() {
        site.close();
    }

    private Answer at(String side, String kind, String name) {
        String api = kind.equals("deployments") ? "/apis/apps/v1" : "/api/v1";
        ApiClient client = site.api("site-" + side);
        return client.get(api + "/namespaces/redis-" + side + "/" + kind + "/" + name)
                .is(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void o1EachLeaderPodHasANodePort(int leader) {
        Answer service = at("a", "services", "redis-a-leader-svc-" + leader);
        service.shows("/spec/type", "'NodePort'");
        port6379(service);
        service.shows(
                "/spec/selector",
                "{'app.kubernetes.io/component': 'redis', 'app.kubernetes.io/managed-by': 'redis-operator',"
                        + " 'app.kubernetes.io/name': 'redis-a', role: 'leader',"
                        + " 'statefulset.kubernetes.io/pod-name': 'redis-a-leader-" + leader + "'}");
    }

    @Test
    void o2TheStandbyHasAClusterIpThatLeadsToItsMaster() {
        Answer service = at("b", "services", "redis-b-sync-svc");
        service.shows("/spec/type", "'ClusterIP'");
        port6379(service);
        master(service);
    }

    @Test
    void o5TheStandbysMasterHasANodePort() {
        Answer service = at("b", "services", "redis-b-recovery-svc");
        service.shows("/spec/type", "'NodePort'");
        port6379(service);
        master(service);
    }

    @Test
    void o3AndO4EachShakeOfASyncRunsBesideTheStandby() {
        IntStream.range(0, 3).forEach(shard -> shake("b", "redis-shake-sync-" + shard, "redis-sync-" + shard, 0));
    }

    @Test
    void o6ToO8TheRecoveryRunsBesideThePrimaryAndWritesToTheServiceThatExists() {
        shake("a", "redis-shake-recovery", "redis-sync", 1);
        String address = at("a", "services", "redis-a-leader").value("/spec/clusterIP");
        assertThat(at("a", "configmaps", "redis-sync").value("/data/sync.toml"))
                .contains("address = \"" + address + ":6379\"", "type = \"cluster\"");
    }

    private static void port6379(Answer service) {
        service.shows("/spec/ports/0/port", "6379");
        service.shows("/spec/ports/0/targetPort", "6379");
        assertThat(service.elements("/spec/ports")).hasSize(1);
    }

    private static void master(Answer service) {
        service.shows(
                "/spec/selector",
                "{'app.kubernetes.io/component': 'redis', 'app.kubernetes.io/managed-by': 'redis-operator',"
                        + " 'app.kubernetes.io/name': 'redis-b', 'app.kubernetes.io/part-of': 'redis-failover',"
                        + " 'redis-failover': 'master', 'redisfailovers.databases.spotahome.com/name': 'redis-b'}");
    }

    private void shake(String side, String name, String config, int replicas) {
        Answer shake = at(side, "deployments", name);
        shake.shows("/spec/replicas", String.valueOf(replicas));
        shake.shows("/spec/strategy", "{type: 'Recreate'}");
        String container = "/spec/template/spec/containers/0";
        shake.shows(container + "/image", "'" + IMAGE + "'");
        shake.shows(container + "/args", "['/etc/sync/sync.toml']");
        shake.shows(container + "/volumeMounts/0/mountPath", "'/etc/sync'");
        shake.shows(container + "/volumeMounts/0/name", "'config'");
        shake.shows(container + "/volumeMounts/1/mountPath", "'/data'");
        shake.shows(container + "/volumeMounts/1/name", "'data'");
        assertThat(shake.value(container + "/volumeMounts/1/readOnly")).isIn("", "false");
        shake.shows("/spec/template/spec/volumes/0/name", "'config'");
        shake.shows("/spec/template/spec/volumes/0/configMap/name", "'" + config + "'");
        shake.shows("/spec/template/spec/volumes/1", "{name: 'data', emptyDir: {}}");
        Answer service = at(side, "services", name);
        service.shows("/spec/type", "'NodePort'");
        service.shows("/spec/selector", "{app: '" + name + "'}");
        port6379(service);
    }
}
