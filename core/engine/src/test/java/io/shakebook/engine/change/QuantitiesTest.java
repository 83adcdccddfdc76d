// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.kube.FieldPath;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    private static final FieldPath CPU = FieldPath.parse("spec.containers[name=app].resources.limits.cpu");

    @ParameterizedTest
    @CsvSource({
        "1000m, 1",
        "1, 1.0",
        "1024Mi, 1Gi",
        "1e3, 1k",
        "1E3, 1000",
        "0.5, 500m",
        "1500M, 1.5G",
        "0, 0Mi",
        "1000000n, 1m",
        "2Ki, 2048",
        "1Ei, 1024Pi"
    })
    void theSameAmountInAnotherWriting(String one, String other) {
        assertThat(Quantities.same(CPU, one, other)).isTrue();
        assertThat(Quantities.same(CPU, other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1000m, 2", "1Gi, 1G", "1E, 1", "one, one", "1 , 1x", "-1, 1", "'', ''"})
    void anotherAmountOrNone(String one, String other) {
        assertThat(Quantities.same(CPU, one, other)).isFalse();
    }

    @Test
    void aNumberIsAnAmountToo() {
        assertThat(Quantities.same(CPU, 1L, "1000m")).isTrue();
        assertThat(Quantities.same(CPU, new BigDecimal("0.5"), "500m")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "spec.template.spec.volumes[name=data].emptyDir.sizeLimit, true",
        "spec.hard.cpu, true",
        "data.limits, false",
        "spec.replicas, false",
        "metadata.labels.cpu, false"
    })
    void onlyFieldsThatHoldAmountsAreReadAsSuch(String path, boolean amount) {
        assertThat(Quantities.same(FieldPath.parse(path), "1000m", "1")).isEqualTo(amount);
    }
}
