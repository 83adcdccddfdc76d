// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final ObjectRef REF = new ObjectRef(Kind.SERVICE, "redis-a", "svc");

    @Test
    void namesStandFirstAndCannotBeOverwrittenByAccident() {
        Manifest manifest = Manifest.of(REF, Map.of("metadata", Map.of("labels", Map.of("a", "b"))));
        assertThat(manifest.tree().keySet()).containsExactly("apiVersion", "kind", "metadata");
        assertThat(manifest.ref()).isEqualTo(REF);
        assertThat(manifest.labels()).containsExactly(Map.entry("a", "b"));
    }

    @Test
    void wholeNumbersAreLongsAndOthersKeepTheirDigits() {
        Manifest manifest = new Manifest(Map.of("i", 1, "d", 1.5d, "b", new BigDecimal("6.0")));
        assertThat(manifest.tree()).isEqualTo(Map.of("i", 1L, "d", new BigDecimal("1.5"), "b", new BigDecimal("6.0")));
    }

    @Test
    void aTextWithoutHolesIsAStringUnlessItIsEncoded() {
        Text secret = Text.secret(new SecretRef("p", "a", "b", "c", "d"));
        Manifest manifest =
                new Manifest(Map.of("a", Text.of("x"), "b", Text.of("x").inBase64(), "c", secret));
        assertThat(manifest.at("a")).contains("x");
        assertThat(manifest.at("b")).contains(Text.of("x").inBase64());
        assertThat(manifest.at("c")).contains(secret);
    }

    @Test
    void laterChangesOfItsSourceDoNotReachIt() {
        List<Object> list = new ArrayList<>(List.of("a"));
        Map<String, Object> source = new LinkedHashMap<>(Map.of("list", list));
        Manifest manifest = new Manifest(source);
        list.add("b");
        source.put("c", "d");
        assertThat(manifest.tree()).isEqualTo(Map.of("list", List.of("a")));
        assertThatThrownBy(() -> manifest.list("list").add("x")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void emptyMembersAreLeftOutAndForeignLeavesRefused() {
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("a", null);
        assertThat(new Manifest(withNull).tree()).isEmpty();
        assertThatThrownBy(() -> new Manifest(Map.of("a", new Object()))).hasMessageContaining("Object");
    }

    @Test
    void whatIsNotThereOrHasAnotherTypeIsEmpty() {
        Manifest manifest = Manifest.of(REF, Map.of("spec", Map.of("n", 1L)));
        assertThat(manifest.text("spec", "n")).isEmpty();
        assertThat(manifest.number("spec", "n")).contains(1L);
        assertThat(manifest.number("spec", "x")).isEmpty();
        assertThat(manifest.map("spec", "n")).isEmpty();
        assertThat(manifest.list("spec")).isEmpty();
        assertThat(manifest.terminating()).isFalse();
    }

    @Test
    void anObjectIsNamedTheSameBothWays() {
        for (ObjectRef ref : List.of(
                REF,
                new ObjectRef(Kind.DEPLOYMENT, "n", "x"),
                new ObjectRef(Kind.NAMESPACE, "", "n"),
                new ObjectRef(new Kind("a.b/v1", "K"), "", "n"))) {
            assertThat(ObjectRef.parse(ref.toString())).isEqualTo(ref);
        }
        assertThatThrownBy(() -> ObjectRef.parse("v1/Service")).isInstanceOf(IllegalArgumentException.class);
    }

    /** In which order a Map.of stands is another one in each process, so more of them than could be right by chance. */
    @Test
    void membersWithoutAnOrderOfTheirOwnAreSortedAndOthersKeepTheirs() {
        for (char at = 'a'; at < 'q'; at++) {
            String next = String.valueOf((char) (at + 1));
            Map<String, Object> pair = Map.of(String.valueOf(at), 1, next, Map.of("y", 1, "x", 2));
            Manifest manifest = Manifest.of(REF, Map.of("spec", pair, "data", Map.of()));
            assertThat(manifest.tree().keySet()).containsExactly("apiVersion", "kind", "metadata", "data", "spec");
            assertThat(manifest.map("spec").keySet()).containsExactly(String.valueOf(at), next);
            assertThat(manifest.map("spec", next).keySet()).containsExactly("x", "y");
        }
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put("z", 1);
        ordered.put("a", 1);
        assertThat(new Manifest(ordered).tree().keySet()).containsExactly("z", "a");
    }
}
