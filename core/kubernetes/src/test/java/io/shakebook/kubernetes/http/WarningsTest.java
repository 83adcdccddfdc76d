// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarningsTest {

    @Test
    void readsEachOfSeveralHeadersAndOfSeveralInOne() {
        assertThat(Warnings.of(List.of("299 - \"one, \\\"two\\\"\"", "299 - \"three\", 299 host \"fo\\\\ur\"")))
                .containsExactly("one, \"two\"", "three", "fo\\ur");
    }

    @Test
    void readsWhatTheClientTookForLatin1() {
        String sent = new String("299 - \"größer\"".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(Warnings.of(List.of(sent))).containsExactly("größer");
    }

    @Test
    void leavesOutThoseOfCachesAndWhatIsNone() {
        assertThat(Warnings.of(
                        List.of("110 cache \"Response is Stale\"", "299 - \" \"", "299 - \"open", "nonsense", "")))
                .isEmpty();
    }

    @Test
    void isNotHeldUpByALongOneWithoutAnEnd() {
        assertThat(Warnings.of(List.of("299 - \"" + "\\a".repeat(100_000)))).isEmpty();
    }
}
