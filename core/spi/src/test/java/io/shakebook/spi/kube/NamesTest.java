// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.spi.diagnostic.InvalidArgument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"redis-shake-sync-0", "a", "0a", "a.b-c.d"})
    void namesThatKubernetesAccepts(String name) {
        assertThatCode(() -> new ObjectName(name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "Redis-shake-sync-0, use \"redis-shake-sync-0\"",
        "a_b, use \"a-b\"",
        "-a-, use \"a\"",
        "'', choose a name such as \"my-object\"",
        "..., choose a name such as \"my-object\""
    })
    void otherNamesAreRefusedWithOneThatWouldDo(String name, String remedy) {
        InvalidArgument refused = catchThrowableOfType(InvalidArgument.class, () -> new ObjectName(name));
        assertThat(refused.remedy()).isEqualTo(remedy);
    }

    @Test
    void longNamesAreCutInTheSuggestion() {
        InvalidArgument refused = catchThrowableOfType(InvalidArgument.class, () -> new ObjectName("a".repeat(300)));
        assertThat(refused.remedy()).isEqualTo("use \"" + "a".repeat(253) + "\"");
    }

    @ParameterizedTest
    @CsvSource({"0-svc, use \"svc\"", "a.b, use \"a-b\"", "My Svc, use \"my-svc\""})
    void aServiceIsNamedMoreNarrowly(String name, String remedy) {
        InvalidArgument refused = catchThrowableOfType(InvalidArgument.class, () -> new ServiceName(name));
        assertThat(refused.remedy()).isEqualTo(remedy);
        assertThatCode(() -> new ServiceName("a".repeat(63))).doesNotThrowAnyException();
        assertThatThrownBy(() -> new ServiceName("a".repeat(64))).isInstanceOf(InvalidArgument.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65536, 99999})
    void portsThatAreNone(int port) {
        assertThatThrownBy(() -> new Port(port)).hasMessageContaining(port + " is not a port");
    }
}
