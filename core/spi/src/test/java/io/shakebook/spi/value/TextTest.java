// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.value.Text.Literal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final SecretRef SECRET = new SecretRef("redis-a.password", "site-a", "redis-a", "auth", "password");
    private static final OutputRef PORT = new OutputRef("sync/svc[0]", "node-port", "30000-32767");

    @Test
    void equalTextsAreEqualHoweverTheyWerePutTogether() {
        assertThat(Text.of("a").plus(Text.of("b"))).isEqualTo(Text.of("ab"));
        assertThat(Text.of(List.of(new Literal(""), new Literal("a"), new Literal(""))))
                .isEqualTo(Text.of("a"));
        assertThat(Text.of("")).isEqualTo(Text.EMPTY);
        assertThat(Text.EMPTY.literal()).contains("");
    }

    @Test
    void aTextWithHolesHasNoLiteralForm() {
        assertThat(Text.of("a").plus(Text.secret(SECRET)).literal()).isEmpty();
        assertThat(Text.pending(PORT).holdsPending()).isTrue();
        assertThat(Text.pending(PORT).holdsSecret()).isFalse();
        assertThat(Text.secret(SECRET).holdsSecret()).isTrue();
    }

    @Test
    void whatIsShownNamesTheHoles() {
        assertThat(Text.of("x:").plus(Text.pending(PORT)).plus(Text.secret(SECRET)))
                .hasToString("x:<node-port, known after sync/svc[0]>(secret redis-a.password)");
    }

    @Test
    void theEncodingBelongsToTheWholeText() {
        assertThat(Text.of("a").inBase64()).isNotEqualTo(Text.of("a"));
        assertThat(Text.of("a").inBase64().plus(Text.of("b")))
                .isEqualTo(Text.of("ab").inBase64());
    }

    @Test
    void aSecretIsTheSameWhereverItIsNamedFrom() {
        assertThat(SECRET.source()).isEqualTo("site-a/redis-a/Secret/auth#password");
        assertThat(SECRET.toString()).doesNotContain("auth");
    }
}
