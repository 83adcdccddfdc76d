// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.shakebook.kubernetes.http.Endpoint.ClientCertificate;
import io.shakebook.kubernetes.http.Endpoint.Credential;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom we trust, and the forms in which keys stand in kubeconfigs. The keys were made for this test. */
class TlsTest {
    private static final Call READ = Call.get("/api", Map.of());

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig()
                    .bindAddress("127.0.0.1")
                    .dynamicHttpsPort()
                    .httpDisabled(true)
                    .keystorePath(url("server.p12").toString())
                    .keystoreType("PKCS12")
                    .keystorePassword("password")
                    .keyManagerPassword("password")
                    .needClientAuth(true)
                    .trustStorePath(url("trust.p12").toString())
                    .trustStoreType("PKCS12")
                    .trustStorePassword("password"))
            .build();

    @BeforeEach
    void answer() {
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    }

    @ParameterizedTest
    @CsvSource({"TLS, TLSv1.3 TLSv1.2", "TLSv1.2, TLSv1.2"})
    void theProtocolsAreThoseThatTheJvmHasForAClient(String of, String expected) throws Exception {
        SSLContext context = SSLContext.getInstance(of);
        context.init(null, null, null);

        assertThat(Tls.parameters(context, Optional.empty()).getProtocols()).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"rsa.pem, rsa-pkcs1.key", "rsa.pem, rsa-pkcs8.key", "ec.pem, ec-sec1.key", "ec.pem, ec-pkcs8.key"})
    void everyUsualFormOfAClientKeyLetsUsIn(String chain, String key) throws Exception {
        try (Wire wire = wire(Optional.of(text("ca.pem")), false, new ClientCertificate(text(chain), text(key)))) {
            assertThat(wire.send(READ, Duration.ofSeconds(20)).code()).isEqualTo(200);
        }
    }

    @Test
    void onlyTheAuthorityOfTheKubeconfigIsTrusted() throws Exception {
        ClientCertificate ours = new ClientCertificate(text("rsa.pem"), text("rsa-pkcs8.key"));
        for (Optional<String> other : java.util.List.of(Optional.<String>empty(), Optional.of(text("ec.pem")))) {
            try (Wire wire = wire(other, false, ours)) {
                assertThatThrownBy(() -> wire.send(READ, Duration.ofSeconds(20)))
                        .isInstanceOfSatisfying(
                                Unreached.class, e -> assertThat(e.passing()).isFalse())
                        .hasMessageEndingWith(
                                other.isEmpty()
                                        ? " is not trusted: no public authority has signed it, and the kubeconfig has no"
                                                + " certificate-authority"
                                        : " is not trusted: no certificate-authority of the kubeconfig has signed it; was"
                                                + " that of the cluster renewed?");
            }
        }
        try (Wire wire = wire(Optional.empty(), true, ours)) {
            assertThat(wire.send(READ, Duration.ofSeconds(20)).code()).isEqualTo(200);
        }
    }

    @Test
    void aKeyThatIsNoneIsSaidSoBeforeAnythingIsSent() {
        assertThatThrownBy(() -> wire(Optional.empty(), true, new ClientCertificate("no", "key"))
                        .send(READ, Duration.ofSeconds(1)))
                .isInstanceOf(Unreached.class)
                .hasMessageContaining("in the kubeconfig cannot be used");
    }

    @ParameterizedTest
    @CsvSource({
        "expired, has expired (NotAfter: ",
        "not-yet-valid, is not valid yet (NotBefore: ",
        "another-name, is not trusted: No subject alternative DNS name matching localhost found",
    })
    void aCertificateOfAnotherTimeOrNameIsNotTrustedAndNothingIsSent(String whose, String words) throws Exception {
        WireMockServer server = new WireMockServer(wireMockConfig()
                .dynamicHttpsPort()
                .httpDisabled(true)
                .keystorePath(url(whose + ".p12").toString())
                .keystoreType("PKCS12")
                .keystorePassword("password")
                .keyManagerPassword("password"));
        server.start();
        URI uri = URI.create("https://localhost:" + server.httpsPort());
        Endpoint endpoint = new Endpoint(
                uri, Optional.of(text("dated-ca.pem")), false, Optional.empty(), Credential.NONE, Optional.empty());
        try (Wire wire = new Wire(endpoint, Duration.ofSeconds(10))) {
            assertThatThrownBy(() -> wire.send(READ, Duration.ofSeconds(20)))
                    .isInstanceOfSatisfying(
                            Unreached.class, e -> assertThat(e.passing()).isFalse())
                    .hasMessageStartingWith("the certificate of " + uri + " " + words);
            assertThat(server.getAllServeEvents()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void whoHangsUpInTheHandshakeSawNothingAndMayBeAskedAgain() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread hangsUp = new Thread(() -> {
                try (Socket line = server.accept()) {
                    assertThat(line.getInputStream().read(new byte[65_536])).isPositive();
                    line.shutdownOutput();
                    assertThat(line.getInputStream().readAllBytes()).isNotNull();
                } catch (IOException gone) {
                    // whoever asked hung up, too
                }
            });
            hangsUp.start();
            URI uri = URI.create("https://localhost:" + server.getLocalPort());
            Endpoint endpoint = new Endpoint(
                    uri, Optional.of(text("ca.pem")), false, Optional.empty(), Credential.NONE, Optional.empty());
            InetAddress[] one = {server.getInetAddress()};
            try (Wire wire = new Wire(endpoint, Duration.ofSeconds(10), name -> one)) {
                assertThatThrownBy(() -> wire.send(READ, Duration.ofSeconds(20)))
                        .isInstanceOfSatisfying(Unreached.class, e -> {
                            assertThat(e.passing()).isTrue();
                            assertThat(e.sent()).isFalse();
                        })
                        .hasMessage("connection closed before anything was asked by " + uri);
            }
            hangsUp.join();
        }
    }

    @Test
    void theNameIsDemandedOfAServerThatIsReachedByOneOfItsAddresses() throws Exception {
        ClientCertificate ours = new ClientCertificate(text("rsa.pem"), text("rsa-pkcs8.key"));
        InetAddress[] several = {InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1")};
        try (Wire wire = new Wire(
                endpoint("localhost", Optional.of(text("ca.pem")), false, ours),
                Duration.ofSeconds(10),
                name -> several)) {
            assertThat(wire.send(READ, Duration.ofSeconds(20)).code()).isEqualTo(200);
        }
        try (Wire wire = new Wire(
                endpoint("other.test", Optional.of(text("ca.pem")), false, ours),
                Duration.ofSeconds(10),
                name -> several)) {
            assertThatThrownBy(() -> wire.send(READ, Duration.ofSeconds(20)))
                    .hasMessageContaining("other.test:" + SERVER.getHttpsPort() + " is not trusted");
        }
    }

    /** As kubectl does with a tls-server-name. The certificate is one of localhost and 127.0.0.1. */
    @ParameterizedTest
    @CsvSource({
        "other.test, localhost, true",
        "127.0.0.1, localhost, true",
        "127.0.0.1, other.test, false",
        "localhost, other.test, false"
    })
    void anotherNameMayBeDemandedOfTheCertificate(String host, String demanded, boolean trusted) throws Exception {
        Endpoint usual = endpoint(
                host,
                Optional.of(text("ca.pem")),
                false,
                new ClientCertificate(text("rsa.pem"), text("rsa-pkcs8.key")));
        Endpoint endpoint = new Endpoint(
                usual.server(),
                usual.authority(),
                false,
                usual.certificate(),
                Credential.NONE,
                Optional.empty(),
                Optional.of(demanded));
        InetAddress[] one = {InetAddress.getByName("127.0.0.1")};
        try (Wire wire = new Wire(endpoint, Duration.ofSeconds(10), name -> one)) {
            if (trusted) {
                assertThat(wire.send(READ, Duration.ofSeconds(20)).code()).isEqualTo(200);
            } else {
                assertThatThrownBy(() -> wire.send(READ, Duration.ofSeconds(20)))
                        .hasMessageContaining("is not trusted")
                        .hasMessageContaining("other.test");
            }
        }
    }

    @Test
    void aServerThatIsReachedByAnAddressIsToldTheNameInTheFirstWords() throws Exception {
        CompletableFuture<String> hello = new CompletableFuture<>();
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            Thread listening = new Thread(() -> {
                try {
                    while (!hello.isDone()) {
                        try (Socket line = server.accept()) {
                            byte[] words = new byte[4096];
                            int length = line.getInputStream().read(words);
                            if (length > 0) {
                                hello.complete(new String(words, 0, length, StandardCharsets.ISO_8859_1));
                            }
                        }
                    }
                } catch (IOException gone) {
                    // the test is over
                }
            });
            listening.start();
            InetAddress[] several = {InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1")};
            Endpoint endpoint = new Endpoint(
                    URI.create("https://other.test:" + server.getLocalPort()),
                    Optional.of(text("ca.pem")),
                    false,
                    Optional.empty(),
                    Credential.NONE,
                    Optional.empty());
            try (Wire wire = new Wire(endpoint, Duration.ofSeconds(10), name -> several)) {
                assertThatThrownBy(() -> wire.send(READ, Duration.ofSeconds(20)))
                        .isInstanceOf(Unreached.class);
            }
            assertThat(hello.get(10, TimeUnit.SECONDS)).contains("other.test");
            listening.join();
        }
    }

    private static Wire wire(Optional<String> authority, boolean unverified, ClientCertificate certificate)
            throws Unreached {
        return new Wire(endpoint("localhost", authority, unverified, certificate), Duration.ofSeconds(10));
    }

    private static Endpoint endpoint(
            String host, Optional<String> authority, boolean unverified, ClientCertificate certificate) {
        URI server = URI.create("https://" + host + ":" + SERVER.getHttpsPort());
        return new Endpoint(server, authority, unverified, Optional.of(certificate), Credential.NONE, Optional.empty());
    }

    private static String text(String name) {
        try (InputStream file = url(name).openStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static URL url(String name) {
        return TlsTest.class.getResource("tls/" + name);
    }
}
