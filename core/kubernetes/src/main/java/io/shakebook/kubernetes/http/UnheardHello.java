// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * Makes a client and the first words of a handshake, which are said to nobody, so that what that loads is there when it
 * counts: it takes a third of a second, and needs nothing that a command reads first.
 */
public final class UnheardHello {
    private static final Endpoint NOBODY = new Endpoint(
            URI.create("https://localhost"),
            Optional.of(""),
            false,
            Optional.empty(),
            Endpoint.Credential.NONE,
            Optional.empty());

    /**
     * Before it compares a name with the one in a certificate, Java reads all public authorities into this class, to know
     * whether one of them has signed it.
     */
    private static final String PUBLIC_AUTHORITIES = "sun.security.util.AnchorCertificates";

    private UnheardHello() {}

    /** Contacts nobody. What fails here is met again, and told, by who needs it. */
    public static void run() {
        try {
            new Wire(NOBODY, Duration.ofSeconds(1)).close();
            SSLEngine engine = Tls.context(NOBODY, Optional.empty()).createSSLEngine("localhost", 443);
            engine.setUseClientMode(true);
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
            engine.beginHandshake();
            engine.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
            Class.forName(PUBLIC_AUTHORITIES, true, null);
        } catch (Unreached | GeneralSecurityException | IOException | ClassNotFoundException met) {
            // nothing was asked for
        }
    }
}
