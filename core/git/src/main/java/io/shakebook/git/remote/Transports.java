// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;

/** Ways to the other machine: each with its deadline, its credentials, and whom it believes. */
final class Transports implements AutoCloseable {
    private final RemoteSettings settings;
    private final RemoteUrl url;
    private final SshSessions ssh;

    Transports(RemoteSettings settings, RemoteUrl url) {
        this.settings = settings;
        this.url = url;
        this.ssh = new SshSessions(settings);
    }

    SshSessions ssh() {
        return ssh;
    }

    /** @param depth how many generations of commits; empty for all */
    Transport open(Repository into, Optional<Integer> depth) throws IOException, RemoteFault {
        Transport transport = Transport.open(into, url.uri());
        transport.setTimeout((int) settings.limits().silence().toSeconds());
        transport.setTagOpt(TagOpt.NO_TAGS);
        depth.ifPresent(transport::setDepth);
        if (transport instanceof TransportHttp web) {
            web.setCredentialsProvider(new Passwords(settings, url));
            Optional<Path> authorities = settings.authorities();
            web.setHttpConnectionFactory(new WebConnections(
                    url,
                    authorities.isPresent() && url.scheme().equals("https")
                            ? Optional.of(Authorities.with(authorities.get()))
                            : Optional.empty()));
        } else if (transport instanceof SshTransport secure) {
            secure.setSshSessionFactory(ssh);
        }
        return transport;
    }

    @Override
    public void close() {
        ssh.close();
    }
}
