// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;
import org.eclipse.jgit.util.HttpSupport;

/**
 * Connections to the host that was typed, and to no other: JGit would follow a redirect, and take the password along.
 */
final class WebConnections implements HttpConnectionFactory {
    private final RemoteUrl url;
    private final Optional<TrustManager[]> trusted;
    private final HttpConnectionFactory plain = new JDKHttpConnectionFactory();

    /** @param trusted whose certificates are believed; Java's own if empty */
    WebConnections(RemoteUrl url, Optional<TrustManager[]> trusted) {
        this.url = url;
        this.trusted = trusted;
    }

    /** Unchecked, since JGit tries again after an {@link IOException}. */
    static final class Elsewhere extends IllegalStateException {
        Elsewhere(String where) {
            super(where);
        }
    }

    @Override
    public HttpConnection create(URL to) throws IOException {
        return create(to, HttpSupport.proxyFor(java.net.ProxySelector.getDefault(), to));
    }

    @Override
    public HttpConnection create(URL to, Proxy proxy) throws IOException {
        if (!same(to)) {
            throw new Elsewhere(to.getProtocol() + "://" + to.getHost() + (to.getPort() > 0 ? ":" + to.getPort() : ""));
        }
        HttpConnection connection = plain.create(to, proxy);
        if (trusted.isPresent() && to.getProtocol().equals("https")) {
            configure(connection, trusted.get());
        }
        return connection;
    }

    private boolean same(URL to) {
        return to.getProtocol().equalsIgnoreCase(url.scheme())
                && to.getHost().equalsIgnoreCase(url.uri().getHost())
                && port(to.getPort()) == port(url.uri().getPort());
    }

    private int port(int said) {
        return said > 0 ? said : url.scheme().equals("https") ? 443 : 80;
    }

    private static void configure(HttpConnection connection, TrustManager[] trusted) throws IOException {
        try {
            connection.configure(null, trusted, null);
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up", e);
        }
    }
}
