// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.OutputRef;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompletionTest {
    private static final OutputRef PORT = new OutputRef("p/svc", "node-port", "");
    private static final OutputRef NAME = new OutputRef("p/svc", "name", "");
    private static final OutputRef LATER = new OutputRef("p/other", "address", "");
    private static final Map<OutputRef, Object> VALUES =
            Map.of(PORT, 31863L, NAME, "a\"b", new OutputRef("p/cm", "ref", ""), Map.of("kind", "ConfigMap"));
    private static final SecretRef SECRET = new SecretRef("pw", "a", "b", "c", "d");

    private final Completion completion =
            new Completion(KeyFormat.FORMATS, ref -> Optional.ofNullable(VALUES.get(ref)));

    @Test
    void numbersBecomeTheirTextAndEscapesAreThoseOfTheFile() throws Exception {
        Text text = Text.of(List.of(
                new Text.Literal("port = \""),
                new Text.Pending(PORT, "keys"),
                new Text.Literal("\"\nname = \""),
                new Text.Pending(NAME, "keys"),
                new Text.Literal("\"\n")));
        assertThat(completion.complete(text).literal()).contains("port = \"31863\"\nname = \"a\\\"b\"\n");
        assertThat(new Completion(KeyFormat.FORMATS, ref -> Optional.of(new BigDecimal("1E+3")))
                        .complete(Text.pending(PORT)))
                .isEqualTo(Text.of("1000"));
    }

    @Test
    void secretsStayClosedAndBase64StaysBase64() throws Exception {
        Text text = Text.pending(PORT).plus(Text.secret(SECRET)).inBase64();
        Manifest filled = completion.complete(
                Manifest.of(new ObjectRef(Kind.SECRET, "n", "s"), Map.of("data", Map.of("x", text))));
        assertThat(filled.at("data", "x"))
                .contains(Text.of("31863").plus(Text.secret(SECRET)).inBase64());
    }

    @Test
    void everyOutputThatIsMissingIsNamed() {
        assertThatThrownBy(() -> completion.complete(Map.of("a", List.of(Text.pending(LATER), Text.pending(PORT)))))
                .isInstanceOf(StillPending.class)
                .hasMessage("not known yet: [p/other.address]");
        assertThat(completion.known(Text.pending(PORT).plus(Text.pending(LATER))))
                .isEqualTo(Text.of("31863").plus(Text.pending(LATER)));
    }

    @Test
    void anArgumentThatIsAnOutputWithSeveralPartsBecomesAllOfThem() throws Exception {
        Map<String, Object> args = Map.of("config", Text.pending(new OutputRef("p/cm", "ref", "")));
        assertThat(completion.complete(args)).isEqualTo(Map.of("config", Map.of("kind", "ConfigMap")));
    }

    @Test
    void whatIsOpenedDoesNotShowItself() throws Exception {
        Manifest manifest = Manifest.of(
                new ObjectRef(Kind.SECRET, "n", "s"),
                Map.of("data", Map.of("x", Text.secret(SECRET).inBase64())));
        Opener opener = new Opener(ref -> "canary", KeyFormat.FORMATS);
        assertThat(opener.open(manifest))
                .hasToString("(opened Secret n/s)"
                        .replace("Secret n/s", manifest.ref().toString()));
        assertThat(opener.open(manifest).reveal().text("data", "x")).isEqualTo("Y2FuYXJ5");
        assertThatThrownBy(() -> opener.open(Text.pending(PORT))).hasMessageContaining("still pending");
    }
}
