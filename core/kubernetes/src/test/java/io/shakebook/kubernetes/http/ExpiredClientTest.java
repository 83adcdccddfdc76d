// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.shakebook.kubernetes.http.Endpoint.ClientCertificate;
import io.shakebook.kubernetes.http.Endpoint.Credential;
import java.io.InputStream;
import java.net.URI;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client certificate lasts a year where a cluster was set up with kubeadm; then the server says Unauthorized, no more. */
class ExpiredClientTest {
    private static final Call WRITE = Call.apply("/api", Map.of(), Map.of("a", 1L));

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @BeforeEach
    void refuse() {
        SERVER.stubFor(any(anyUrl()).willReturn(unauthorized()));
    }

    @Test
    void itIsToldAsTheCauseAndNothingWasDone() throws Exception {
        try (Wire wire = wire(Credential.NONE)) {
            Unreached failed = assertThrows(Unreached.class, () -> wire.send(WRITE, Duration.ofSeconds(20)));
            assertThat(failed.why())
                    .startsWith("the client certificate in the kubeconfig for " + SERVER.baseUrl()
                            + " has expired (NotAfter: ")
                    .endsWith("; answer 401): put a new one there");
            assertThat(failed.sent()).isFalse();
            assertThat(failed.passing()).isFalse();
        }
    }

    @Test
    void whereATokenWasRefusedItIsNotTheCause() throws Exception {
        try (Wire wire = wire(() -> Optional.of("Bearer t"))) {
            assertThat(wire.send(WRITE, Duration.ofSeconds(20)).code()).isEqualTo(401);
        }
    }

    private static Wire wire(Credential credential) throws Exception {
        ClientCertificate expired = new ClientCertificate(pem(), "a key");
        return new Wire(
                new Endpoint(
                        URI.create(SERVER.baseUrl()),
                        Optional.empty(),
                        false,
                        Optional.of(expired),
                        credential,
                        Optional.empty()),
                Duration.ofSeconds(5));
    }

    private static String pem() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = ExpiredClientTest.class.getResourceAsStream("tls/expired.p12")) {
            store.load(file, "password".toCharArray());
        }
        byte[] certificate = store.getCertificate(store.aliases().nextElement()).getEncoded();
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
    }
}
