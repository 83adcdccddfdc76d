// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.workloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.spi.diagnostic.InvalidArgument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "shake*, shake, true",
        "shake*, shake-0, true",
        "shake*, my-shake, false",
        "*shake, my-shake, true",
        "shake, shake-0, false",
        "a.b, axb, false",
        "a-*-c, a-b-c, true",
    })
    void aStarStandsForAnyCharactersAndADotForItself(String pattern, String name, boolean matches) {
        assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
    }

    @Test
    void aPatternThatCanMatchNoNameIsRefused() {
        assertThatThrownBy(() -> new NamePattern("Shake*")).isInstanceOf(InvalidArgument.class);
        assertThatThrownBy(() -> new NamePattern("")).isInstanceOf(InvalidArgument.class);
    }
}
