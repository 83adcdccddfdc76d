// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * Where an API server is and how to be let in. Does not show its credentials.
 *
 * @param server without a slash at the end
 * @param authority certificates, in PEM, of which one must have signed the server's; empty for those of the JVM
 * @param unverified trust any certificate, as the user's kubeconfig demands
 * @param proxy an HTTP proxy on the way
 * @param otherName the name that the server's certificate must have, if it is not the server's host; without a proxy
 */
public record Endpoint(
        URI server,
        Optional<String> authority,
        boolean unverified,
        Optional<ClientCertificate> certificate,
        Credential credential,
        Optional<URI> proxy,
        Optional<String> otherName) {

    /** A client certificate and its private key, in PEM. */
    public record ClientCertificate(String chain, String key) {
        public ClientCertificate {
            requireNonNull(chain, "chain");
            requireNonNull(key, "key");
        }

        @Override
        public String toString() {
            return "a client certificate";
        }
    }

    /** What goes into the header Authorization, asked for before each request. */
    public interface Credential {
        Credential NONE = Optional::empty;

        /** @throws Unreached if it cannot be had now */
        Optional<String> header() throws Unreached;

        /**
         * Whether another one can be had in the place of one that a server does not accept any more.
         *
         * @param refused what {@link #header} gave
         */
        default boolean renew(String refused) {
            return false;
        }

        /** A client certificate, if that is what lets us in; asked for once, when a client is made. */
        default Optional<ClientCertificate> certificate() throws Unreached {
            return Optional.empty();
        }
    }

    public Endpoint {
        requireNonNull(server, "server");
        requireNonNull(authority, "authority");
        requireNonNull(certificate, "certificate");
        requireNonNull(credential, "credential");
        requireNonNull(proxy, "proxy");
        requireNonNull(otherName, "otherName");
    }

    /** One whose certificate has the server's host. */
    public Endpoint(
            URI server,
            Optional<String> authority,
            boolean unverified,
            Optional<ClientCertificate> certificate,
            Credential credential,
            Optional<URI> proxy) {
        this(server, authority, unverified, certificate, credential, proxy, Optional.empty());
    }

    /** In clear text and without credentials: an embedded server on loopback. */
    public static Endpoint open(URI server) {
        String text = server.toString();
        URI bare = text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : server;
        return new Endpoint(bare, Optional.empty(), false, Optional.empty(), Credential.NONE, Optional.empty());
    }

    public boolean clearText() {
        return "http".equals(server.getScheme());
    }

    /** Whom a connection is made to, for people. */
    String way() {
        return proxy.map(through -> "the proxy " + through + " on the way to " + server)
                .orElse(server.toString());
    }

    @Override
    public String toString() {
        return server.toString();
    }
}
