// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom we trust and who we are. */
final class Tls {
    private static final char[] NO_PASSWORD = {};

    private Tls() {}

    /** @param ours the certificate that lets us in, if one does */
    static SSLContext context(Endpoint endpoint, Optional<Endpoint.ClientCertificate> ours)
            throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity(ours), trust(endpoint), null);
        return context;
    }

    /** Trusts nobody, without reading whom the JVM trusts: for a line that needs no TLS, whose client wants to have one. */
    static SSLContext none() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[0], null);
        return context;
    }

    /**
     * What the JDK's client takes when it is told nothing, which it finds out by making a socket: an engine is cheaper.
     *
     * @param name said in the first words, for whoever stands before several servers; the client itself says none where the
     *     line leads to an address
     */
    static SSLParameters parameters(SSLContext context, Optional<String> name) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(true);
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(engine.getEnabledProtocols());
        name.ifPresent(some -> parameters.setServerNames(List.of(new SNIHostName(some))));
        return parameters;
    }

    /** The authority of the kubeconfig and no other one. Null stands for those of the JVM. */
    private static TrustManager @Nullable [] trust(Endpoint endpoint) throws GeneralSecurityException, IOException {
        if (endpoint.unverified()) {
            return new TrustManager[] {new AnyServer()};
        }
        Optional<String> authority = endpoint.authority();
        if (authority.isEmpty()) {
            return null;
        }
        KeyStore store = empty();
        int number = 0;
        for (Certificate one : certificates(authority.get())) {
            store.setCertificateEntry("authority-" + number++, one);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** Null if we have no certificate. */
    private static KeyManager @Nullable [] identity(Optional<Endpoint.ClientCertificate> ours)
            throws GeneralSecurityException, IOException {
        if (ours.isEmpty()) {
            return null;
        }
        Collection<? extends Certificate> chain = certificates(ours.get().chain());
        if (chain.isEmpty()) {
            throw new CertificateException("there is no certificate in it");
        }
        KeyStore store = empty();
        store.setKeyEntry("ours", PrivateKeyPem.read(ours.get().key()), NO_PASSWORD, chain.toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    /** Since when a client certificate has not been valid any more, in Java's words; empty if it is, or cannot be read. */
    static Optional<String> expired(Endpoint.ClientCertificate ours) {
        try {
            for (Certificate one : certificates(ours.chain())) {
                ((X509Certificate) one).checkValidity();
            }
        } catch (CertificateExpiredException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (CertificateException notThis) {
            // whoever reads it says so
        }
        return Optional.empty();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(String pem) throws CertificateException {
        byte[] bytes = pem.getBytes(StandardCharsets.UTF_8);
        return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
    }
}
