// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom we trust and who we are. */
final class Tls {
    private static final String IN_MEMORY_STORE = "in-memory";

    private Tls() {}

    /**
     * The authority of the kubeconfig and no other one: the client by itself would add all public authorities to it.
     * Null stands for those of the JVM.
     */
    static TrustManager @Nullable [] trust(Endpoint endpoint) throws GeneralSecurityException, IOException {
        if (endpoint.unverified()) {
            return SSLUtils.trustManagers(null, null, true, null, null);
        }
        Optional<String> authority = endpoint.authority();
        if (authority.isEmpty()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null);
        int number = 0;
        byte[] pem = authority.get().getBytes(StandardCharsets.UTF_8);
        for (Certificate one :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
            store.setCertificateEntry("authority-" + number++, one);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** Null if we have no certificate. */
    static KeyManager @Nullable [] identity(Optional<Endpoint.ClientCertificate> ours)
            throws GeneralSecurityException, IOException {
        if (ours.isEmpty()) {
            return null;
        }
        try {
            return identity(ours.get(), ours.get().key().contains("BEGIN EC ") ? "EC" : "RSA");
        } catch (GeneralSecurityException | IOException e) {
            // a key in PKCS#8 does not say of which kind it is, and the client wants to be told
            return identity(ours.get(), "EC");
        }
    }

    private static KeyManager[] identity(Endpoint.ClientCertificate ours, String algorithm)
            throws GeneralSecurityException, IOException {
        return SSLUtils.keyManagers(
                base64(ours.chain()), null, base64(ours.key()), null, algorithm, IN_MEMORY_STORE, null, null);
    }

    private static String base64(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
    }
}
