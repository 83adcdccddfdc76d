// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Java's certificate authorities, and those of a file of the user. */
final class Authorities {
    private Authorities() {}

    /** @param file certificates as PEM, one after another */
    static TrustManager[] with(Path file) throws RemoteFault {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> own =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (own.isEmpty()) {
                throw unusable(file);
            }
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int number = 0;
            for (Certificate one : own) {
                all.setCertificateEntry("own-" + number++, one);
            }
            for (X509Certificate one : usual()) {
                all.setCertificateEntry("usual-" + number++, one);
            }
            return managers(all);
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(file);
        }
    }

    private static X509Certificate[] usual() throws GeneralSecurityException {
        return ((X509TrustManager) managers(null)[0]).getAcceptedIssuers();
    }

    private static TrustManager[] managers(@Nullable KeyStore keys) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(keys);
        return factory.getTrustManagers();
    }

    private static RemoteFault unusable(Path file) {
        return new RemoteFault(
                RemoteFault.Kind.LOCAL,
                "the certificate authorities in " + file + " cannot be read",
                "make it a file of PEM certificates (-----BEGIN CERTIFICATE-----)");
    }
}
