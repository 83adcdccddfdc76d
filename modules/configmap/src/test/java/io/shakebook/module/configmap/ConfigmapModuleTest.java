// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.configmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.spi.Output;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.diagnostic.InvalidArgument;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.LocalRef;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectName;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.FileContent;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import io.shakebook.testkit.world.Edited;
import io.shakebook.testkit.world.FakeClusterView;
import io.shakebook.testkit.world.FakeWorld;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ConfigmapModuleTest {
    private static final Text PASSWORD =
            Text.secret(new SecretRef("redis-a.password", "site-a", "redis-a", "redis-a-auth", "password"));
    private static final Text FILE = Text.of("password = \"").plus(PASSWORD).plus(Text.of("\""));

    private final ConfigmapModule module = new ConfigmapModule();
    private final FakeClusterView site = new FakeClusterView("site-b");
    private final FakeWorld world = new FakeWorld(site, "redis-b");

    @Test
    void aConfigMapHoldsTheFileAsItIs() {
        Wanted.Present wanted = wanted(args(ConfigKind.CONFIG_MAP));

        assertThat(wanted.ref()).isEqualTo(new ObjectRef(Kind.CONFIG_MAP, "redis-b", "redis-sync-0"));
        assertThat(wanted.manifest().at("data", "sync.toml")).contains(FILE);
        assertThat(wanted.manifest().labels()).containsEntry("app.kubernetes.io/managed-by", "shakebook");
    }

    @Test
    void aSecretHoldsTheFileInBase64() {
        Manifest secret = wanted(args(ConfigKind.SECRET)).manifest();

        assertThat(secret.ref().kind()).isEqualTo(Kind.SECRET);
        assertThat(secret.text("type")).isEqualTo("Opaque");
        assertThat(secret.at("data", "sync.toml")).contains(FILE.inBase64());
    }

    @Test
    void handsOnKindNameAndDigest() {
        ConfigmapOutputs outputs = module.want(args(ConfigKind.SECRET), world).outputs();

        assertThat(outputs.object()).isEqualTo(Output.fixed(new LocalRef("Secret", "redis-sync-0")));
        assertThat(outputs.digest())
                .isEqualTo(Output.joined(Output.digest(0, FieldPath.of("data").key("sync.toml"))));
    }

    @Test
    void isReadyWhenTheObjectExists() throws Exception {
        ConfigmapArgs args = args(ConfigKind.CONFIG_MAP);
        assertThat(module.verify(args, world)).isInstanceOf(Verdict.Waiting.class);

        site.with(wanted(args).manifest());
        assertThat(module.verify(args, world)).isInstanceOf(Verdict.Ready.class);

        site.with(Edited.with(wanted(args).manifest(), "metadata.deletionTimestamp", "2026-11-22T21:00:00Z"));
        assertThat(module.verify(args, world).reason()).isEqualTo("ConfigMap \"redis-sync-0\" is being deleted");
    }

    @Test
    void aFileNameThatKubernetesRefusesIsRefused() {
        assertThatThrownBy(() -> args(ConfigKind.CONFIG_MAP, "etc/sync.toml"))
                .isInstanceOf(InvalidArgument.class)
                .hasMessageStartingWith("\"etc/sync.toml\" is not a file name that Kubernetes accepts");
    }

    @Test
    void bothModulesAreFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(StepModule.class))
                .hasAtLeastOneElementOfType(ConfigmapModule.class)
                .hasAtLeastOneElementOfType(ConfigAbsentModule.class);
    }

    private Wanted.Present wanted(ConfigmapArgs args) {
        return (Wanted.Present) module.want(args, world).wanted().get(0);
    }

    private static ConfigmapArgs args(ConfigKind kind) {
        return args(kind, "sync.toml");
    }

    private static ConfigmapArgs args(ConfigKind kind, String file) {
        return new ConfigmapArgs(
                new ObjectName("redis-sync-0"), kind, Map.of(file, new FileContent(FILE, "toml")), Map.of());
    }
}
