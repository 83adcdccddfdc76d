// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.change.Conflict.Owner;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.OutputRef;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who owns a field, what it holds, what we want; and no password, whoever wrote it. */
class ClaimsTest {
    private static final SecretRef PASSWORD =
            new SecretRef("redis-a.password", "site-a", "redis-a", "auth", "password");
    private static final ObjectRef DEPLOYMENT = new ObjectRef(Kind.DEPLOYMENT, "ns", "a");
    private static final ObjectRef CONFIG = new ObjectRef(Kind.CONFIG_MAP, "ns", "a");
    private static final ObjectRef SECRET = new ObjectRef(Kind.SECRET, "ns", "a");

    @Test
    void aNumberIsShownOnBothSidesWithWhoSetItAndWhen() {
        Map<String, Object> entry = Map.of(
                "manager",
                "kubectl-scale",
                "operation",
                "Update",
                "time",
                "2026-11-22T14:02:11Z",
                "fieldsV1",
                Map.of("f:spec", Map.of("f:replicas", Map.of())));
        Manifest live = Manifest.of(
                DEPLOYMENT, Map.of("metadata", Map.of("managedFields", List.of(entry)), "spec", Map.of("replicas", 3)));
        assertThat(sentences(live, Manifest.of(DEPLOYMENT, Map.of("spec", Map.of("replicas", 1))), "spec.replicas"))
                .containsEntry(
                        "spec.replicas", "is 3, set by \"kubectl-scale\" at 2026-11-22T14:02:11Z; this step wants 1");
    }

    @Test
    void severalManagersOfOneFieldAreNamedInOneSentence() {
        Manifest live = Manifest.of(DEPLOYMENT, Map.of("spec", Map.of("replicas", 3)));
        FieldPath replicas = FieldPath.of("spec", "replicas");
        assertThat(new Claims(Optional.of(live), Optional.empty())
                        .sentences(List.of(new Owner(replicas, "one"), new Owner(replicas, "two"))))
                .containsOnly(
                        Map.entry("spec.replicas", "is 3, set by \"one\"; this step wants none; also by \"two\""));
    }

    @ParameterizedTest
    @CsvSource({"password", "url"})
    void whereASecretIsWantedNothingOfTheirsIsShown(String key) {
        Manifest live = Manifest.of(CONFIG, Map.of("data", Map.of(key, "canary", "port", "6379")));
        Manifest wanted = Manifest.of(CONFIG, Map.of("data", Map.of(key, Text.secret(PASSWORD), "port", "1")));
        assertThat(sentences(live, wanted, "data." + key, "data.port").toString())
                .doesNotContain("canary", "6379")
                .contains("this step wants a secret");
    }

    @Test
    void aValueThatLooksLikeAPasswordIsMaskedOnBothSides() {
        Manifest live = Manifest.of(CONFIG, Map.of("data", Map.of("password", "canary")));
        Manifest wanted = Manifest.of(CONFIG, Map.of("data", Map.of("password", "canary2")));
        assertThat(sentences(live, wanted, "data.password").toString())
                .doesNotContain("canary")
                .contains("is a masked value")
                .contains("wants a masked value");
    }

    @Test
    void nothingOfASecretIsShown() {
        Manifest live = Manifest.of(SECRET, Map.of("data", Map.of("a", "Y2FuYXJ5")));
        assertThat(sentences(live, live, "data.a", "data").toString()).doesNotContain("Y2FuYXJ5");
    }

    @Test
    void aFileIsTooLongForASentence() {
        Manifest live = Manifest.of(CONFIG, Map.of("data", Map.of("a.txt", "one\ntwo\n")));
        Text pending = Text.pending(new OutputRef("one/a", "address", ""));
        Manifest wanted = Manifest.of(CONFIG, Map.of("data", Map.of("a.txt", pending)));
        assertThat(sentences(live, wanted, "data[a.txt]"))
                .containsValue("is a text of 2 lines, set by \"somebody\"; this step wants what an earlier step gives");
    }

    @Test
    void theLineThatTakesTheFieldsCanBePasted() {
        List<Owner> owners = List.of(
                new Owner(FieldPath.of("spec", "replicas"), "a"),
                new Owner(FieldPath.of("spec", "replicas"), "b"),
                new Owner(FieldPath.parse("spec.ports[port=6379,protocol=TCP].nodePort"), "a"));
        assertThat(Claims.takeLine(owners))
                .isEqualTo("take: [spec.replicas, 'spec.ports[port=6379,protocol=TCP].nodePort']");
    }

    private static Map<String, String> sentences(Manifest live, Manifest wanted, String... fields) {
        List<Owner> owners = List.of(fields).stream()
                .map(field -> new Owner(FieldPath.parse(field), "kubectl-scale"))
                .map(owner ->
                        owner.field().toString().startsWith("spec") ? owner : new Owner(owner.field(), "somebody"))
                .toList();
        return new Claims(Optional.of(live), Optional.of(wanted)).sentences(owners);
    }
}
