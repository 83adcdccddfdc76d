// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.kube.FieldPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerPathTest {
    private static final Map<String, Object> BODY = Map.of(
            "metadata",
            Map.of("labels", Map.of("app.kubernetes.io/name", "a"), "finalizers", List.of("a")),
            "data",
            Map.of("sync.toml", "x", "sync", "y"),
            "spec",
            Map.of("ports", List.of(Map.of("port", 6379L, "protocol", "TCP", "nodePort", 31001L))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".spec.ports[port=6379,protocol=\"TCP\"].nodePort | spec.ports[port=6379,protocol=TCP].nodePort",
                ".data.sync.toml | data[sync.toml]",
                ".data.sync | data.sync",
                ".data.new.key | data.new.key",
                ".metadata.labels.app.kubernetes.io/name | metadata.labels[app.kubernetes.io/name]",
                ".metadata.finalizers[=\"a\"] | metadata.finalizers",
                ".spec.args[0] | spec.args[0]",
                ".spec | spec",
            })
    void readsWhatAServerWrites(String written, String path) {
        assertThat(ServerPath.read(written, BODY)).isEqualTo(FieldPath.parse(path));
    }

    @Test
    void findsTheManagerInTheMessage() {
        assertThat(ServerPath.manager("conflict with \"kubectl-edit\" using v1"))
                .isEqualTo("kubectl-edit");
        assertThat(ServerPath.manager("conflict with \"kubectl\" with subresource \"scale\" using apps/v1"))
                .isEqualTo("kubectl");
        assertThat(ServerPath.manager("something else")).isEqualTo("something else");
    }
}
