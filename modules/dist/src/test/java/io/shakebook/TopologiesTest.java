// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.formats.StandardFileFormats;
import io.shakebook.testkit.apiserver.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same playbooks serve every combination of topologies: the whole cycle, by the inventory alone. */
@Execution(ExecutionMode.CONCURRENT)
class TopologiesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "cluster,3,cluster,2",
        "sentinel,1,sentinel,1",
        "sentinel,1,cluster,2",
        "standalone,1,standalone,1",
        "cluster,2,standalone,1"
    })
    void theWholeCycleRuns(String primary, int primaryShards, String standby, int standbyShards) throws Exception {
        SampleRedis a = new SampleRedis("a", primary, primaryShards);
        SampleRedis b = new SampleRedis("b", standby, standbyShards);
        try (DemoSite site = new DemoSite(folder)) {
            Files.writeString(site.file("demo/site-a.yaml"), a.seed());
            Files.writeString(site.file("demo/site-b.yaml"), b.seed());
            Files.writeString(site.file("demo/inventory.yaml"), SampleRedis.inventory(a, b));
            site.serve();

            site.run("sync").exits(0);
            copies(site, a, b, a.name() + "-leader-svc", "redis-shake-sync");
            Map<String, String> synced = site.versions();
            site.run("sync").exits(0).says("Nothing to do");
            assertThat(site.versions()).isEqualTo(synced);

            site.run("failover")
                    .exits(0)
                    .says(a.masters() == 1 ? "1 object changed" : a.masters() + " objects changed");
            site.run("recovery").exits(0);
            copies(site, b, a, b.name() + "-recovery-svc", "redis-shake-recovery");
            site.run("restore").exits(0);
            site.shakebook("plan", "sync", "--exit-code").exits(0);
            assertThat(running(site, "a")).isEmpty();
            assertThat(running(site, "b")).containsExactlyInAnyOrderElementsOf(names("redis-shake-sync", a));
        }
    }

    private static List<String> names(String stem, SampleRedis source) {
        return IntStream.range(0, source.masters())
                .mapToObj(shard -> stem + source.suffix(shard))
                .toList();
    }

    private static List<String> running(DemoSite site, String side) {
        Answer shakes = site.api("site-" + side).get("/apis/apps/v1/namespaces/redis-" + side + "/deployments");
        return shakes.elements("/items").stream()
                .filter(shake -> shake.at("/spec/replicas").asInt() > 0)
                .map(shake -> shake.at("/metadata/name").asString())
                .toList();
    }

    /** One shake per master of the source, beside the target, that reads from the source's node port. */
    private static void copies(DemoSite site, SampleRedis source, SampleRedis target, String service, String app)
            throws Exception {
        assertThat(running(site, target.side())).containsExactlyInAnyOrderElementsOf(names(app, source));
        assertThat(running(site, source.side())).isEmpty();
        String there = "/api/v1/namespaces/" + target.name();
        Answer receiver = site.api("site-" + target.side())
                .get(there + "/services/" + target.name() + (target.cluster() ? "-leader" : "-sync-svc"))
                .is(200);
        for (int shard = 0; shard < source.masters(); shard++) {
            String suffix = source.suffix(shard);
            Answer exposed = site.api("site-" + source.side())
                    .get("/api/v1/namespaces/" + source.name() + "/services/" + service + suffix)
                    .is(200);
            assertThat(exposed.value("/spec/selector/statefulset.kubernetes.io~1pod-name"))
                    .isEqualTo(source.cluster() ? source.name() + "-leader-" + shard : "");
            Answer config = site.api("site-" + target.side())
                    .get(there + "/configmaps/redis-sync" + suffix)
                    .is(200);
            assertThat(new StandardFileFormats().named("toml").orElseThrow().read(config.value("/data/sync.toml")))
                    .containsEntry("target.type", target.cluster() ? "cluster" : "standalone")
                    .containsEntry(
                            "source.address",
                            (source.side().equals("a") ? "10.0.1.11:" : "10.0.2.11:")
                                    + exposed.value("/spec/ports/0/nodePort"))
                    .containsEntry("target.address", receiver.value("/spec/clusterIP") + ":6379")
                    .containsEntry("source.password", "demo-password-" + source.side())
                    .containsEntry("target.password", "demo-password-" + target.side());
            filtered(site, source, target, config, app + suffix);
        }
    }

    /** Only two sentinel sets would merge: there the filter is on. */
    private static void filtered(DemoSite site, SampleRedis source, SampleRedis target, Answer config, String shake) {
        boolean on = source.topology().equals("sentinel") && target.topology().equals("sentinel");
        assertThat(config.has("/data/filter.lua")).isEqualTo(on);
        site.api("site-" + target.side())
                .get("/apis/apps/v1/namespaces/" + target.name() + "/deployments/" + shake)
                .shows(
                        "/spec/template/spec/containers/0/args",
                        on ? "['/etc/sync/sync.toml', '/etc/sync/filter.lua']" : "['/etc/sync/sync.toml']");
    }
}
