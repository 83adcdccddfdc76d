// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.kubernetes.kubeconfig.ContextAccess;
import io.shakebook.kubernetes.kubeconfig.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of credential of a kubeconfig, from its text to what a TLS server gets to see. */
class CredentialsOverTlsTest {
    private static final Call READ = Call.get("/api", Map.of());

    /** Lets in whoever comes, and keeps what they brought. */
    @RegisterExtension
    static final WireMockExtension OPEN = server(false);

    /** Lets nobody in without a certificate of its authority. */
    @RegisterExtension
    static final WireMockExtension STRICT = server(true);

    @TempDir
    Path folder;

    @BeforeEach
    void answer() throws IOException {
        OPEN.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        STRICT.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        for (String file : new String[] {
            "ca.pem", "rsa.pem", "rsa-pkcs1.key", "rsa-pkcs8.key", "ec.pem", "ec-sec1.key", "ec-pkcs8.key"
        }) {
            Files.write(folder.resolve(file), bytes(file));
        }
        Files.writeString(folder.resolve("token"), "from-a-file\n");
        Path login =
                Files.writeString(folder.resolve("login.sh"), "#!/bin/sh\ncat \"$(dirname \"$0\")/credential.json\"\n");
        assertThat(login.toFile().setExecutable(true)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "token: typed, Bearer typed",
        "tokenFile: token, Bearer from-a-file",
        "'username: me, password: pw', Basic bWU6cHc=",
    })
    void tokensAndPasswordsGoIntoTheHeader(String user, String header) throws Exception {
        OPEN.resetRequests();
        assertThat(ask(OPEN, user, "certificate-authority: ca.pem").code()).isEqualTo(200);
        assertThat(headers()).containsExactly(header);
    }

    @Test
    void aTokenFileIsReadAgainForEachRequest() throws Exception {
        OPEN.resetRequests();
        try (Wire wire = wire(OPEN, "tokenFile: token", "certificate-authority: ca.pem")) {
            wire.send(READ, Duration.ofSeconds(20));
            Files.writeString(folder.resolve("token"), "renewed");
            wire.send(READ, Duration.ofSeconds(20));
        }
        assertThat(headers()).containsExactlyInAnyOrder("Bearer from-a-file", "Bearer renewed");
    }

    @ParameterizedTest
    @CsvSource({"rsa.pem, rsa-pkcs1.key", "rsa.pem, rsa-pkcs8.key", "ec.pem, ec-sec1.key", "ec.pem, ec-pkcs8.key"})
    void certificatesStandInFilesOrInTheKubeconfig(String chain, String key) throws Exception {
        String files = "client-certificate: " + chain + ", client-key: " + key;
        String data = "client-certificate-data: " + data(chain) + ", client-key-data: " + data(key);
        for (String user : new String[] {files, data}) {
            for (String authority :
                    new String[] {"certificate-authority: ca.pem", "certificate-authority-data: " + data("ca.pem")}) {
                assertThat(ask(STRICT, user, authority).code()).isEqualTo(200);
            }
        }
    }

    @Test
    void aCommandGivesATokenOrACertificate() throws Exception {
        String user = "exec: {command: ./login.sh, apiVersion: client.authentication.k8s.io/v1}";
        OPEN.resetRequests();
        credential("\"token\":\"from-a-command\"");
        assertThat(ask(OPEN, user, "certificate-authority: ca.pem").code()).isEqualTo(200);
        assertThat(headers()).containsExactly("Bearer from-a-command");
        credential("\"clientCertificateData\":" + json("ec.pem") + ",\"clientKeyData\":" + json("ec-pkcs8.key"));
        assertThat(ask(STRICT, user, "certificate-authority: ca.pem").code()).isEqualTo(200);
    }

    @Test
    void aCommandIsRunAgainWhenTheServerDoesNotAcceptItsTokenAnyMoreAndOnlyThen() throws Exception {
        OPEN.resetRequests();
        OPEN.stubFor(
                any(anyUrl()).withHeader("Authorization", equalTo("Bearer old")).willReturn(unauthorized()));
        credential("\"token\":\"old\"");
        String user = "exec: {command: ./login.sh, apiVersion: client.authentication.k8s.io/v1}";
        PlayedTiming timing = new PlayedTiming();
        try (Wire line = wire(OPEN, user, "certificate-authority: ca.pem")) {
            Requests wire =
                    new Retrying(line, Duration.ofSeconds(20), timing, new Patience(timing), (why, asked, pause) -> {});
            assertThat(wire.send(READ, Duration.ofSeconds(20)).code()).isEqualTo(401);
            credential("\"token\":\"new\"");
            assertThat(wire.send(READ, Duration.ofSeconds(20)).code()).isEqualTo(200);
            credential("\"token\":\"newer\"");
            assertThat(wire.send(READ, Duration.ofSeconds(20)).code()).isEqualTo(200);
        }
        assertThat(headers())
                .containsExactlyInAnyOrder("Bearer old", "Bearer old", "Bearer old", "Bearer new", "Bearer new");
    }

    @Test
    void aTokenThatNoHeaderCanHoldIsNotShown() {
        assertThatThrownBy(() -> ask(OPEN, "token: \"typed\\nX-Other: 1\"", "certificate-authority: ca.pem"))
                .isInstanceOfSatisfying(
                        Unreached.class, e -> assertThat(e.sent()).isFalse())
                .hasMessageContaining("has a character that no header may have")
                .message()
                .doesNotContain("typed");
    }

    @Test
    void aTokenOfDigitsKeepsThemAll() throws Exception {
        OPEN.resetRequests();
        assertThat(ask(OPEN, "token: 12345", "certificate-authority: ca.pem").code())
                .isEqualTo(200);
        assertThat(ask(OPEN, "token: 0012", "certificate-authority: ca.pem").code())
                .isEqualTo(200);
        assertThat(headers()).containsExactlyInAnyOrder("Bearer 12345", "Bearer 0012");
    }

    @Test
    void withoutACertificateTheStrictServerLetsNobodyIn() {
        assertThatThrownBy(() -> ask(STRICT, "token: typed", "certificate-authority: ca.pem"))
                .isInstanceOf(Unreached.class)
                .message()
                .doesNotContain("typed");
    }

    private Answer ask(WireMockExtension server, String user, String cluster) throws Exception {
        try (Wire wire = wire(server, user, cluster)) {
            return wire.send(READ, Duration.ofSeconds(20));
        }
    }

    private Wire wire(WireMockExtension server, String user, String cluster) throws Exception {
        Files.writeString(
                folder.resolve("config"),
                "contexts: [{name: prod, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {" + user + "}}]\n"
                        + "clusters: [{name: c, cluster: {server: \"https://localhost:" + server.getHttpsPort()
                        + "\", " + cluster + "}}]\n");
        Surroundings surroundings = new Surroundings(
                System.getenv(),
                folder,
                folder,
                Set.of(folder.resolve("login.sh").toString()));
        Endpoint endpoint = new ContextAccess(surroundings, Clock.systemUTC())
                .endpoint(
                        new ClusterEntry.Kubeconfig(Optional.of("config"), "prod", Optional.empty(), Optional.empty()));
        return new Wire(endpoint, Duration.ofSeconds(10));
    }

    private void credential(String status) throws IOException {
        Files.writeString(
                folder.resolve("credential.json"),
                "{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":{" + status
                        + "}}");
    }

    private static java.util.List<String> headers() {
        return OPEN.getAllServeEvents().stream()
                .map(event -> event.getRequest().getHeader("Authorization"))
                .toList();
    }

    private static String json(String file) throws IOException {
        return "\"" + new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8).replace("\n", "\\n") + "\"";
    }

    private static String data(String file) throws IOException {
        return Base64.getEncoder().encodeToString(bytes(file));
    }

    private static WireMockExtension server(boolean certificates) {
        return WireMockExtension.newInstance()
                .options(wireMockConfig()
                        .dynamicHttpsPort()
                        .httpDisabled(true)
                        .keystorePath(url("server.p12").toString())
                        .keystoreType("PKCS12")
                        .keystorePassword("password")
                        .keyManagerPassword("password")
                        .needClientAuth(certificates)
                        .trustStorePath(url("trust.p12").toString())
                        .trustStoreType("PKCS12")
                        .trustStorePassword("password"))
                .build();
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream file = url(name).openStream()) {
            return file.readAllBytes();
        }
    }

    private static URL url(String name) {
        return CredentialsOverTlsTest.class.getResource("tls/" + name);
    }
}
