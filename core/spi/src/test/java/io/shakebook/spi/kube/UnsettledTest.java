// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnsettledTest {
    private final Unsettled open = new Unsettled("spec.clusterIP of Service a/b", "one/door");
    private final Manifest manifest = new Manifest(Map.of(
            "kind", "Service", "spec", Map.of("type", "ClusterIP", "clusterIP", open, "ips", List.of("a", open))));

    @Test
    void readingItInAnyWayIsTooEarly() {
        assertThatThrownBy(() -> manifest.text("spec", "clusterIP"))
                .isInstanceOf(Unsettled.ReadTooEarly.class)
                .hasMessage("spec.clusterIP of Service a/b is known only after the step one/door");
        assertThatThrownBy(() -> manifest.at("spec", "clusterIP", "deeper")).isInstanceOf(Unsettled.ReadTooEarly.class);
        assertThatThrownBy(() -> manifest.map("spec").get("clusterIP")).isInstanceOf(Unsettled.ReadTooEarly.class);
        assertThatThrownBy(() -> Map.copyOf(manifest.map("spec"))).isInstanceOf(Unsettled.ReadTooEarly.class);
        assertThatThrownBy(() -> new Manifest(manifest.tree())).isInstanceOf(Unsettled.ReadTooEarly.class);
        assertThatThrownBy(() -> manifest.list("spec", "ips").get(1)).isInstanceOf(Unsettled.ReadTooEarly.class);
    }

    @Test
    void whatStandsBesideItCanBeRead() {
        assertThat(manifest.text("spec", "type")).isEqualTo("ClusterIP");
        assertThat(manifest.at("spec", "externalName")).isEmpty();
        assertThat(manifest.map("spec").keySet()).contains("clusterIP", "type");
        assertThat(manifest.list("spec", "ips").get(0)).isEqualTo("a");
    }
}
