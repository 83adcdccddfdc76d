// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InTheWayTest {
    private static final Map<String, Object> OURS = Map.of("name", "shake", "image", "mirror.example/redis-shake:3");

    @Test
    void aSidecarAndWhatTheShakeIsGivenBesideAreNobodysBusiness() {
        assertThat(reason(OURS, Map.of("name", "exporter", "image", "exporter:1")))
                .isEmpty();
        assertThat(reason(Map.of("name", "shake", "image", "x", "env", List.of(Map.of("name", "A")))))
                .isEmpty();
        assertThat(reason(Map.of("name", "shake", "image", "x", "command", List.of())))
                .isEmpty();
    }

    @Test
    void aSecondShakeWouldCopyAtOnce() {
        assertThat(reason(OURS, Map.of("name", "app", "image", "other.example:5000/p/redis-shake@sha256:12")))
                .hasValueSatisfying(why -> assertThat(why).contains("\"app\"", "two would copy at once"));
    }

    @Test
    void aCommandOfSomebodysStartsSomethingElse() {
        assertThat(reason(Map.of("name", "shake", "image", "x", "command", List.of("sleep", "9"))))
                .hasValueSatisfying(why -> assertThat(why).contains("runs [sleep, 9]", "nothing is copied"));
    }

    private static Optional<String> reason(Object... containers) {
        ObjectRef ref = new ObjectRef(Kind.DEPLOYMENT, "redis-b", "redis-shake-sync-0");
        Map<String, Object> spec = Map.of("template", Map.of("spec", Map.of("containers", List.of(containers))));
        return new InTheWay(Shakes.sync(), Manifest.of(ref, Map.of("spec", spec))).reason();
    }
}
