// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.configmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.Verdict;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectName;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.testkit.world.FakeClusterView;
import io.shakebook.testkit.world.FakeWorld;
import io.shakebook.testkit.world.SamplePod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigAbsentModuleTest {
    private static final ObjectRef OLD = new ObjectRef(Kind.CONFIG_MAP, "redis-b", "redis-sync-0");

    private final ConfigAbsentModule module = new ConfigAbsentModule();
    private final FakeClusterView site = new FakeClusterView("site-b");
    private final FakeWorld world = new FakeWorld(site, "redis-b");

    @Test
    void wantsTheObjectToBeGone() throws Exception {
        assertThat(module.want(args(ConfigKind.CONFIG_MAP), world).wanted())
                .singleElement()
                .isInstanceOfSatisfying(
                        Wanted.Absent.class, absent -> assertThat(absent.ref()).isEqualTo(OLD));

        site.with(Manifest.of(OLD, Map.of()));
        assertThat(module.verify(args(ConfigKind.CONFIG_MAP), world)).isInstanceOf(Verdict.Waiting.class);

        site.without(OLD);
        assertThat(module.verify(args(ConfigKind.CONFIG_MAP), world)).isInstanceOf(Verdict.Ready.class);
    }

    @Test
    void isNotDeletedWhileAPodMountsIt() throws Exception {
        site.with(mounts("configMap", "name", "redis-sync-0").manifest());

        assertThat(module.before(args(ConfigKind.CONFIG_MAP), world).reason())
                .isEqualTo("ConfigMap \"redis-sync-0\" is still used by pod \"shake\"");
    }

    @ParameterizedTest
    @CsvSource({
        "configMap, name, redis-sync-0, CONFIG_MAP, true",
        "configMap, name, redis-sync-1, CONFIG_MAP, false",
        "secret, secretName, redis-sync-0, CONFIG_MAP, false",
        "secret, secretName, redis-sync-0, SECRET, true",
    })
    void aPodUsesOnlyTheKindAndNameThatItMounts(String volume, String key, String name, ConfigKind kind, boolean uses)
            throws Exception {
        site.with(mounts(volume, key, name).manifest());

        assertThat(module.before(args(kind), world) instanceof Verdict.Waiting).isEqualTo(uses);
    }

    @Test
    void aPodThatEndedDoesNotCount() throws Exception {
        site.with(mounts("configMap", "name", "redis-sync-0")
                .with("status", Map.of("phase", "Failed"))
                .manifest());

        assertThat(module.before(args(ConfigKind.CONFIG_MAP), world)).isInstanceOf(Verdict.Ready.class);
    }

    private static SamplePod mounts(String volume, String key, String name) {
        return SamplePod.ready("redis-b", "shake", Map.of())
                .with("spec.volumes", List.of(Map.of("name", "config", volume, Map.of(key, name))));
    }

    private static ConfigAbsentArgs args(ConfigKind kind) {
        return new ConfigAbsentArgs(new ObjectName("redis-sync-0"), kind);
    }
}
