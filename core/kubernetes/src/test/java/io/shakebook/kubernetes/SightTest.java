// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.shakebook.engine.access.Need;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.change.Clusters.Unpinned;
import io.shakebook.kubernetes.http.PlayedTiming;
import io.shakebook.kubernetes.kubeconfig.Surroundings;
import io.shakebook.spi.Unanswered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What can be known of a cluster and of ourselves, also where the server says little. */
class SightTest {
    private static final String KUBE_SYSTEM = "/api/v1/namespaces/kube-system";
    private static final String WHO = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @TempDir
    Path folder;

    @BeforeEach
    void aServerThatSaysAll() throws IOException {
        Files.writeString(
                folder.resolve("config"),
                "contexts: [{name: prod, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {token: secret}}]\n"
                        + "clusters: [{name: c, cluster: {server: \"" + SERVER.baseUrl() + "\"}}]\n");
        SERVER.stubFor(any(anyUrl()).willReturn(refusal(404, "NotFound")));
        SERVER.stubFor(get(KUBE_SYSTEM)
                .willReturn(okJson("{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":"
                        + "{\"name\":\"kube-system\",\"uid\":\"6f2a\"}}")));
        SERVER.stubFor(get("/version").willReturn(okJson("{\"gitVersion\":\"v1.36.3\"}")));
        SERVER.stubFor(post(WHO).willReturn(okJson("{\"status\":{\"userInfo\":{\"username\":\"li@example.com\"}}}")));
    }

    @Test
    void aServerSaysWhoItIsAndWhoWeAre() throws Exception {
        try (KubernetesClusters clusters = clusters(Optional.empty(), Optional.empty())) {
            Sight sight = clusters.sight("a");
            assertThat(sight.version()).isEqualTo("v1.36.3");
            assertThat(sight.identity()).isEqualTo("6f2a");
            assertThat(sight.who()).isEqualTo("li@example.com");
        }
    }

    @Test
    void anOlderServerDoesNotSayWhoWeAreSoTheCredentialIsNamed() throws Exception {
        for (int code : new int[] {403, 404}) {
            SERVER.stubFor(post(WHO).willReturn(refusal(code, "x")));
            try (KubernetesClusters clusters = clusters(Optional.empty(), Optional.empty())) {
                assertThat(clusters.sight("a").who()).isEqualTo("user \"u\" of the kubeconfig (a token)");
            }
        }
    }

    @Test
    void whoMayNotReadTheIdentityGoesOnUnlessItIsPinned() throws Exception {
        SERVER.stubFor(get(KUBE_SYSTEM).willReturn(refusal(403, "Forbidden")));
        try (KubernetesClusters clusters = clusters(Optional.of(SERVER.baseUrl()), Optional.empty())) {
            assertThat(clusters.sight("a").identity()).isEmpty();
            Unpinned unpinned = clusters.unpinned("a").orElseThrow();
            assertThat(unpinned.known()).endsWith("since this user may not get the namespace kube-system");
            assertThat(unpinned.lines()).isEmpty();
        }
        try (KubernetesClusters clusters = clusters(Optional.empty(), Optional.of("6f2a"))) {
            assertThatThrownBy(() -> clusters.sight("a"))
                    .isInstanceOf(Unanswered.class)
                    .hasMessageContaining("cannot be told from another cluster");
        }
    }

    @Test
    void aCredentialThatIsNotAcceptedIsSaidSo() throws Exception {
        SERVER.stubFor(any(anyUrl()).willReturn(refusal(401, "Unauthorized")));
        try (KubernetesClusters clusters = clusters(Optional.empty(), Optional.empty())) {
            assertThatThrownBy(() -> clusters.sight("a"))
                    .isInstanceOf(Unanswered.class)
                    .hasMessageContaining("does not accept the credential of the kubeconfig: answer 401")
                    .message()
                    .doesNotContain("secret");
        }
    }

    @Test
    void aFailureUnderTheCodeOfASuccessKeepsItsWordsAndIsNoRefusal() throws Exception {
        ResponseDefinitionBuilder failure = okJson(
                "{\"apiVersion\":\"v1\",\"kind\":\"Status\",\"status\":\"Failure\",\"message\":\"etcd is gone\"}");
        SERVER.stubFor(
                post("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews").willReturn(failure));
        try (KubernetesClusters clusters = clusters(Optional.empty(), Optional.empty())) {
            assertThatThrownBy(() -> clusters.access().may(new Need("a", "ns", "", "configmaps", "get", "c")))
                    .isExactlyInstanceOf(Unanswered.class)
                    .hasMessageContaining("cannot be asked: the answer says neither yes nor no");
        }
        SERVER.stubFor(get(KUBE_SYSTEM).willReturn(failure));
        try (KubernetesClusters clusters = clusters(Optional.empty(), Optional.empty())) {
            assertThatThrownBy(() -> clusters.sight("a")).hasMessageContaining("it is a failure, etcd is gone");
        }
    }

    @Test
    void whatIsNotPinnedIsNamedWithTheLinesToWrite() throws Exception {
        try (KubernetesClusters clusters = clusters(Optional.empty(), Optional.empty())) {
            Unpinned unpinned = clusters.unpinned("a").orElseThrow();
            assertThat(unpinned.known())
                    .isEqualTo("context \"prod\" of " + folder.resolve("config") + " leads to " + SERVER.baseUrl()
                            + ", whose kube-system has the uid 6f2a");
            assertThat(unpinned.lines()).containsExactly("server: " + SERVER.baseUrl(), "identity: 6f2a");
        }
        try (KubernetesClusters clusters = clusters(Optional.of(SERVER.baseUrl()), Optional.empty())) {
            assertThat(clusters.unpinned("a").orElseThrow().lines()).containsExactly("identity: 6f2a");
        }
        SERVER.resetRequests();
        try (KubernetesClusters clusters = clusters(Optional.of(SERVER.baseUrl()), Optional.of("6f2a"))) {
            assertThat(clusters.unpinned("a")).isEmpty();
            assertThat(SERVER.getAllServeEvents()).isEmpty();
        }
    }

    private KubernetesClusters clusters(Optional<String> server, Optional<String> identity) {
        ClusterEntry entry = new ClusterEntry(
                "a", new ClusterEntry.Kubeconfig(Optional.of("config"), "prod", server, identity), Optional.empty(), 2);
        return new KubernetesClusters(
                List.of(entry),
                cluster -> {
                    throw new IllegalStateException("there is no embedded cluster");
                },
                new Surroundings(Map.of(), folder, folder, Set.of()),
                Deadlines.USUAL,
                Clock.systemUTC(),
                new PlayedTiming());
    }

    private static ResponseDefinitionBuilder refusal(int code, String reason) {
        return aResponse()
                .withStatus(code)
                .withBody(
                        "{\"kind\":\"Status\",\"code\":" + code + ",\"reason\":\"" + reason + "\",\"message\":\"no\"}");
    }
}
