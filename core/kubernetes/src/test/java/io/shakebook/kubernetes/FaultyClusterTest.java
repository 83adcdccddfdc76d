// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.formats.StandardFileFormats;
import io.shakebook.kubernetes.http.PlayedTiming;
import io.shakebook.kubernetes.kubeconfig.Surroundings;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Forbidden;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the ports make of a server that misbehaves. */
class FaultyClusterTest {
    private static final ObjectRef REF = new ObjectRef(Kind.CONFIG_MAP, "ns", "a");
    private static final String PATH = "/api/v1/namespaces/ns/configmaps";
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @TempDir
    Path folder;

    private final PlayedTiming timing = new PlayedTiming();
    private KubernetesClusters clusters;
    private ClusterView view;

    @BeforeEach
    void open() {
        ClusterEntry entry = new ClusterEntry("a", new ClusterEntry.Embedded("x"), Optional.empty(), 2);
        clusters = clusters(entry);
        view = clusters.view("a");
    }

    @AfterEach
    void close() {
        clusters.close();
    }

    @Test
    void anOverloadedServerIsAskedAgainAndThenNamed() {
        answering(status(429).withHeader("Retry-After", "2").withBody(failure(429, "TooManyRequests", "slow down")));
        assertThatThrownBy(() -> view.get(REF))
                .isInstanceOf(Unanswered.class)
                .hasMessageStartingWith("ConfigMap ns/a cannot be read: answer 429: slow down");
        assertThat(timing.pauses()).containsOnly(Duration.ofSeconds(2)).hasSize(3);
    }

    @Test
    void whatIsNoJsonIsNoAnswer() {
        for (String body : List.of("<html><body>Sign in</body></html>", "{\"kind\":\"ConfigMap\",\"meta", "[]", "")) {
            answering(aResponse().withBody(body));
            assertThatThrownBy(() -> view.get(REF))
                    .isInstanceOf(Unanswered.class)
                    .hasMessageContaining("not the JSON of an object");
            assertThatThrownBy(() -> write()).isInstanceOf(NoAnswer.class);
        }
    }

    @Test
    void aMissingPathIsNotAMissingObject() {
        answering(status(404).withBody("404 page not found"));
        assertThatThrownBy(() -> view.get(REF)).isInstanceOf(Unanswered.class).hasMessageContaining("answer 404");
        answering(status(403).withBody(failure(403, "Forbidden", "user x cannot get configmaps")));
        assertThatThrownBy(() -> view.get(REF))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("answer 403: user x cannot get configmaps");
    }

    @Test
    void aWriteWithoutAnAnswerIsNeitherRepeatedNorTakenForARefusal() {
        for (ResponseDefinitionBuilder broken :
                List.of(status(500), status(502), status(504), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))) {
            answering(broken);
            SERVER.resetRequests();
            assertThatThrownBy(this::write).isInstanceOf(NoAnswer.class);
            assertThat(SERVER.getAllServeEvents()).hasSize(1);
        }
    }

    @Test
    void a500ForAFieldThatTheSchemaDoesNotKnowIsARefusal() {
        answering(status(500)
                .withBody(failure(500, "", "failed to create typed patch object (ns/a): .dta: not declared")));
        assertThatThrownBy(this::write)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(500));
    }

    @Test
    void aLongListComesPageByPage() throws Exception {
        SERVER.stubFor(get(urlPathEqualTo(PATH)).willReturn(okJson(page("b", "more/1=="))));
        SERVER.stubFor(get(urlPathEqualTo(PATH))
                .withQueryParam("continue", equalTo("more/1=="))
                .withQueryParam("labelSelector", equalTo("k=v"))
                .willReturn(okJson(page("a", ""))));
        assertThat(view.list(Kind.CONFIG_MAP, "ns", Map.of("k", "v")))
                .extracting(Manifest::ref)
                .containsExactly(REF, new ObjectRef(Kind.CONFIG_MAP, "ns", "b"));
    }

    @Test
    void theLogOfTheRunBeforeComesFirst() throws Exception {
        ObjectRef pod = new ObjectRef(Kind.POD, "ns", "p");
        String path = "/api/v1/namespaces/ns/pods/p/log";
        SERVER.stubFor(get(urlPathEqualTo(path)).willReturn(aResponse().withBody("now\n")));
        SERVER.stubFor(get(urlPathEqualTo(path))
                .withQueryParam("previous", equalTo("true"))
                .withQueryParam("tailLines", equalTo("2"))
                .willReturn(aResponse().withBody("then\npanic: x\n")));
        assertThat(view.lastLogLines(pod, "app", 2)).containsExactly("then", "panic: x");
        SERVER.stubFor(get(urlPathEqualTo(path))
                .withQueryParam("previous", equalTo("true"))
                .willReturn(status(400)));
        assertThat(view.lastLogLines(pod, "app", 2)).containsExactly("now");
    }

    @Test
    void anotherClusterThanThePinnedOneIsNotUsed() throws Exception {
        Files.writeString(
                folder.resolve("config"),
                "contexts: [{name: c, context: {cluster: x, user: u}}]\nusers: [{name: u, user: {token: t}}]\n"
                        + "clusters: [{name: x, cluster: {server: \"" + SERVER.baseUrl() + "\"}}]\n");
        answering(okJson("{\"apiVersion\":\"v1\",\"kind\":\"Namespace\","
                + "\"metadata\":{\"name\":\"kube-system\",\"uid\":\"found\"}}"));
        ClusterEntry entry = new ClusterEntry(
                "b",
                new ClusterEntry.Kubeconfig(Optional.of("config"), "c", Optional.empty(), Optional.of("pinned")),
                Optional.empty(),
                1);
        try (KubernetesClusters pinned = clusters(entry)) {
            assertThat(pinned.about("b")).isEqualTo("context c at " + SERVER.baseUrl());
            assertThatThrownBy(() -> pinned.view("b").get(REF))
                    .isInstanceOf(Unanswered.class)
                    .hasMessageContaining("has the uid found, pinned is pinned");
        }
    }

    @Test
    void aNameThatIsNotInTheInventoryIsABug() {
        assertThatThrownBy(() -> clusters.view("nope")).isInstanceOf(IllegalArgumentException.class);
    }

    private void write() throws Exception {
        clusters.writer(new StandardFileFormats())
                .write(
                        new ReadyChange(
                                "a",
                                REF,
                                Optional.of(Manifest.of(REF, Map.of())),
                                new Guard.Missing(),
                                "shakebook.test",
                                false),
                        DEADLINE);
    }

    private KubernetesClusters clusters(ClusterEntry entry) {
        return new KubernetesClusters(
                List.of(entry),
                cluster -> URI.create(SERVER.baseUrl()),
                new Surroundings(Map.of(), folder, folder, Set.of()),
                Deadlines.USUAL,
                Clock.systemUTC(),
                timing);
    }

    private static void answering(ResponseDefinitionBuilder response) {
        SERVER.stubFor(any(anyUrl()).willReturn(response));
    }

    private static String failure(int code, String reason, String message) {
        return "{\"kind\":\"Status\",\"code\":" + code + ",\"reason\":\"" + reason + "\",\"message\":\"" + message
                + "\"}";
    }

    private static String page(String name, String next) {
        return "{\"kind\":\"ConfigMapList\",\"metadata\":{\"continue\":\"" + next
                + "\"},\"items\":[{\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"ns\"}}]}";
    }
}
