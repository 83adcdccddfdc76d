// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.spi.Output;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.diagnostic.InvalidArgument;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.LocalRef;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.testkit.world.FakeClusterView;
import io.shakebook.testkit.world.FakeWorld;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShakeAppWantTest {
    private final ShakeAppModule module = new ShakeAppModule();
    private final FakeWorld world = new FakeWorld(new FakeClusterView("site-b"), "redis-b");

    @Test
    void oneRedisShakeIsADeploymentThatNeverRunsTwice() throws Exception {
        Manifest deployment = manifests(Shakes.sync()).get(0);

        assertThat(deployment.ref()).isEqualTo(new ObjectRef(Kind.DEPLOYMENT, "redis-b", "redis-shake-sync-0"));
        assertThat(deployment.number("spec", "replicas")).contains(1L);
        assertThat(deployment.text("spec", "strategy", "type")).isEqualTo("Recreate");
        assertThat(deployment.map("spec", "selector", "matchLabels")).isEqualTo(Map.of("app", "redis-shake-sync-0"));
        assertThat(deployment.map("spec", "template", "metadata", "labels")).containsEntry("app", "redis-shake-sync-0");
    }

    @Test
    void runsTheProceduresContainer() throws Exception {
        Manifest deployment = manifests(Shakes.sync()).get(0);

        assertThat(deployment.at(FieldPath.parse("spec.template.spec.containers[0]")))
                .contains(Map.of(
                        "name",
                        "shake",
                        "image",
                        Shakes.IMAGE,
                        "args",
                        List.of("/etc/sync/sync.toml"),
                        "volumeMounts",
                        List.of(
                                Map.of("name", "config", "mountPath", "/etc/sync", "readOnly", true),
                                Map.of("name", "data", "mountPath", "/data", "readOnly", false))));
        assertThat(deployment.list("spec", "template", "spec", "volumes"))
                .containsExactly(
                        Map.of("name", "config", "configMap", Map.of("name", "redis-sync-0")),
                        Map.of("name", "data", "emptyDir", Map.of("sizeLimit", "2Gi")));
    }

    @Test
    void theFilterIsItsSecondArgument() throws Exception {
        assertThat(manifests(Shakes.filtered()).get(0).at(FieldPath.parse("spec.template.spec.containers[0].args")))
                .contains(List.of("/etc/sync/sync.toml", "/etc/sync/filter.lua"));
    }

    @Test
    void mountsASecretIfTheConfigurationIsOne() throws Exception {
        ShakeAppArgs args = Shakes.args("shake", new LocalRef("Secret", "redis-sync-0"), Optional.empty(), 0);

        assertThat(manifests(args).get(0).list("spec", "template", "spec", "volumes"))
                .contains(Map.of("name", "config", "secret", Map.of("secretName", "redis-sync-0")));
    }

    @Test
    void anotherConfigurationRestartsItAndTheReviewSaysWhatThatMeans() throws Exception {
        Wanted.Present wanted =
                (Wanted.Present) module.want(Shakes.sync(), world).wanted().get(0);

        assertThat(wanted.manifest().at("spec", "template", "metadata", "annotations", "shakebook.io/config-digest"))
                .contains(Shakes.DIGEST);
        assertThat(wanted.effects())
                .contains(new Wanted.Effect(
                        FieldPath.of("spec", "template"), Wanted.When.CHANGED, "restart = full resync"));
    }

    @Test
    void aServiceStandsInFrontOfItOnlyIfAskedFor() throws Exception {
        assertThat(manifests(Shakes.sync())).hasSize(1);

        Manifest service = manifests(Shakes.withService()).get(1);
        assertThat(service.ref()).isEqualTo(new ObjectRef(Kind.SERVICE, "redis-b", "redis-shake-sync-0"));
        assertThat(service.map("spec"))
                .isEqualTo(Map.of(
                        "type",
                        "NodePort",
                        "ports",
                        List.of(Map.of("port", 6379L, "targetPort", 6379L, "protocol", "TCP")),
                        "selector",
                        Map.of("app", "redis-shake-sync-0")));
    }

    @Test
    void handsOnItsName() throws Exception {
        assertThat(module.want(Shakes.sync(), world).outputs().name()).isEqualTo(Output.fixed("redis-shake-sync-0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-shake", "redis-shake:3.1.11", "redis-shake@sha256:4665", "@sha256:4665"})
    void anImageWithoutItsDigestIsRefused(String image) throws Exception {
        assertThatThrownBy(() -> new PinnedImage(image))
                .isInstanceOf(InvalidArgument.class)
                .hasMessageContaining("is not named by its digest");
    }

    @Test
    void aNameThatItsServiceCannotHaveIsRefused() throws Exception {
        LocalRef config = new LocalRef("ConfigMap", "redis-sync");

        assertThat(Shakes.args("3.shake", config, Optional.empty(), 0).service())
                .isEmpty();
        assertThatThrownBy(() -> Shakes.args("3.shake", config, Optional.of(Shakes.SERVICE), 0))
                .isInstanceOfSatisfying(
                        InvalidArgument.class,
                        wrong -> assertThat(wrong.component()).isEqualTo("name"));
        assertThatThrownBy(() -> Shakes.args("s".repeat(64), config, Optional.empty(), 0))
                .hasMessageContaining("64 characters");
    }

    @Test
    void onlyAConfigMapOrASecretIsAConfiguration() throws Exception {
        assertThatThrownBy(() -> Shakes.args("shake", new LocalRef("Service", "x"), Optional.empty(), 0))
                .isInstanceOfSatisfying(
                        InvalidArgument.class,
                        wrong -> assertThat(wrong.component()).isEqualTo("config"));
    }

    @Test
    void isFoundByTheServiceLoader() throws Exception {
        assertThat(ServiceLoader.load(StepModule.class)).hasAtLeastOneElementOfType(ShakeAppModule.class);
    }

    private List<Manifest> manifests(ShakeAppArgs args) throws Exception {
        return module.want(args, world).wanted().stream()
                .map(wanted -> ((Wanted.Present) wanted).manifest())
                .toList();
    }
}
