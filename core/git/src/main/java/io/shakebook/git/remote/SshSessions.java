// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.io.File;
import java.nio.file.Path;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.KeyPasswordProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;
import org.jspecify.annotations.Nullable;

/** ssh with the user's keys, agent, {@code config} and {@code known_hosts}, and nothing that would have to be typed. */
final class SshSessions extends SshdSessionFactory {
    private final RemoteSettings settings;
    private final StrictHosts hosts;
    private volatile boolean locked;

    SshSessions(RemoteSettings settings) {
        super(null, null);
        this.settings = settings;
        Path ssh = settings.home().resolve(".ssh");
        this.hosts = new StrictHosts(ssh.resolve("known_hosts"));
        setHomeDirectory(settings.home().toFile());
        setSshDirectory(ssh.toFile());
    }

    StrictHosts hosts() {
        return hosts;
    }

    /** Whether a key could not be used, since it is encrypted. */
    boolean metLockedKey() {
        return locked;
    }

    @Override
    protected ServerKeyDatabase createServerKeyDatabase(File home, File ssh) {
        return hosts;
    }

    @Override
    protected ConnectorFactory getConnectorFactory() {
        return new SshAgent.Factory(settings.variable("SSH_AUTH_SOCK").orElse(null));
    }

    @Override
    protected String getDefaultPreferredAuthentications() {
        return "publickey";
    }

    @Override
    protected KeyPasswordProvider createKeyPasswordProvider(@Nullable CredentialsProvider nobody) {
        return new Nobody();
    }

    /** Knows no passphrase: a key that has one belongs into the agent. */
    private final class Nobody implements KeyPasswordProvider {
        @Override
        public char @Nullable [] getPassphrase(URIish key, int attempt) {
            locked = true;
            return null;
        }

        @Override
        public void setAttempts(int most) {}

        @Override
        public boolean keyLoaded(URIish key, int attempt, @Nullable Exception error) {
            return false;
        }
    }
}
