// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The older forms are the same keys as the JDK's own one, and what is no key is told without any of it. */
class PrivateKeyPemTest {
    @ParameterizedTest
    @CsvSource({"rsa-pkcs1.key, rsa-pkcs8.key, RSA", "ec-sec1.key, ec-pkcs8.key, EC"})
    void anOlderFormIsTheSameKey(String older, String pkcs8, String algorithm) throws Exception {
        PrivateKey key = PrivateKeyPem.read(text(older));
        assertThat(secret(key)).isEqualTo(secret(PrivateKeyPem.read(text(pkcs8))));
        assertThat(key.getAlgorithm()).isEqualTo(algorithm);
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "EC, 256", "EC, 521", "Ed25519, 255"})
    void everyKindThatTheJdkSignsWithIsRead(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        PrivateKey made = generator.generateKeyPair().getPrivate();
        assertThat(PrivateKeyPem.read(pem("PRIVATE KEY", made.getEncoded()))).isEqualTo(made);
    }

    @Test
    void parametersOfTheCurveMayStandBeforeTheKey() throws Exception {
        String parameters = pem("EC PARAMETERS", new byte[] {6, 0});
        assertThat(PrivateKeyPem.read(parameters + text("ec-sec1.key")))
                .isEqualTo(PrivateKeyPem.read(text("ec-sec1.key")));
    }

    @Test
    void linesMayEndAsOnWindows() throws Exception {
        assertThat(PrivateKeyPem.read(text("rsa-pkcs1.key").replace("\n", "\r\n")))
                .isEqualTo(PrivateKeyPem.read(text("rsa-pkcs1.key")));
    }

    @Test
    void aKeyWithAPasswordIsSaidSo() throws Exception {
        String marked = "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n";
        for (String pem : new String[] {
            pem("ENCRYPTED PRIVATE KEY", new byte[] {48, 0}),
            "-----BEGIN RSA PRIVATE KEY-----\n" + marked + "-----END RSA PRIVATE KEY-----\n"
        }) {
            assertThatThrownBy(() -> PrivateKeyPem.read(pem))
                    .isInstanceOf(InvalidKeyException.class)
                    .hasMessage("the key has a password: use one without");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', has no line -----BEGIN PRIVATE KEY-----",
        "PRIVATE KEY, cut off or no key",
        "RSA PRIVATE KEY, none of RSA",
        "EC PRIVATE KEY, cut off or no key",
    })
    void whatIsNoKeyIsToldWithoutAnyOfIt(String title, String words) {
        String pem = pem(title, "TopSecret".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> PrivateKeyPem.read(pem))
                .isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining(words)
                .hasNoCause()
                .message()
                .doesNotContain("TopSecret")
                .doesNotContain("VG9wU2VjcmV0");
    }

    @Test
    void eachCutOfAKeyIsRefusedAndNothingElseHappens() throws Exception {
        byte[] whole = PrivateKeyPem.read(text("ec-pkcs8.key")).getEncoded();
        for (int length = 0; length < whole.length; length++) {
            String pem = pem("PRIVATE KEY", Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> PrivateKeyPem.read(pem)).isInstanceOf(InvalidKeyException.class);
        }
    }

    /** Of keys of the same curve, the optional parts of their encodings may differ. */
    private static BigInteger secret(PrivateKey key) {
        return key instanceof ECPrivateKey ec ? ec.getS() : ((RSAPrivateKey) key).getPrivateExponent();
    }

    private static String pem(String title, byte[] bytes) {
        return "-----BEGIN " + title + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + title
                + "-----\n";
    }

    private static String text(String name) throws IOException {
        try (InputStream file = PrivateKeyPemTest.class.getResourceAsStream("tls/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
