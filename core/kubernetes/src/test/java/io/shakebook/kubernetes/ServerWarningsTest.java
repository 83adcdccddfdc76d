// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.formats.StandardFileFormats;
import io.shakebook.kubernetes.http.PlayedTiming;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a server lets pass and warns of, as a policy does that does not refuse yet. */
class ServerWarningsTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final List<String> heard = new ArrayList<>();

    @Test
    void aWarningIsSaidOnceWithItsObjectByTheDryRunOrTheWrite() throws Exception {
        warn("299 - \"every ConfigMap needs an owner\"", "299 - \"v1 is old\"");
        try (KubernetesClusters clusters = clusters()) {
            clusters.preview(new StandardFileFormats()).preview(create(Faults.REF), Duration.ofSeconds(5));
            clusters.writer(new StandardFileFormats()).write(create(Faults.REF), Duration.ofSeconds(5));
        }
        assertThat(heard)
                .containsExactly(
                        "a: the server warns of ConfigMap ns/a: every ConfigMap needs an owner",
                        "a: the server warns of ConfigMap ns/a: v1 is old");
    }

    @Test
    void theWordsOfOneAboutASecretAreLeftOut() throws Exception {
        warn("299 - \"unwanted value s3cret\"");
        try (KubernetesClusters clusters = clusters()) {
            ObjectRef secret = new ObjectRef(Kind.SECRET, "ns", "a");
            clusters.writer(new StandardFileFormats()).write(create(secret), Duration.ofSeconds(5));
        }
        assertThat(heard).singleElement().asString().contains("Secret ns/a").doesNotContain("s3cret");
    }

    @Test
    void whatAServerSaysIsBounded() throws Exception {
        warn(IntStream.range(0, 50)
                .mapToObj(n -> "299 - \"" + n + "x".repeat(500) + "\"")
                .toArray(String[]::new));
        try (KubernetesClusters clusters = clusters()) {
            clusters.writer(new StandardFileFormats()).write(create(Faults.REF), Duration.ofSeconds(5));
        }
        assertThat(heard).hasSize(21).allMatch(line -> line.length() < 400);
        assertThat(heard.get(20)).isEqualTo("servers warn of more than 20 things; the rest is not shown");
    }

    private KubernetesClusters clusters() {
        return Faults.clusters(SERVER.baseUrl(), Deadlines.USUAL, new PlayedTiming(), heard::add);
    }

    private static void warn(String... headers) {
        SERVER.stubFor(any(anyUrl())
                .willReturn(okJson(OneWrite.object("new", "kubectl")).withHeader("Warning", headers)));
        SERVER.stubFor(any(urlPathMatching(".*/secrets/.*"))
                .willReturn(okJson(OneWrite.object("new", "kubectl").replace("ConfigMap", "Secret"))
                        .withHeader("Warning", headers)));
    }

    private static ReadyChange create(ObjectRef ref) {
        Manifest body = Manifest.of(ref, Map.of("data", Map.of("k", "new")));
        return new ReadyChange("a", ref, Optional.of(body), new Guard.Missing(), "test", false);
    }
}
