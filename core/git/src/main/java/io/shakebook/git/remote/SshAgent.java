// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.transport.sshd.agent.AbstractConnector;
import org.eclipse.jgit.transport.sshd.agent.Connector;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to the user's ssh agent over the JDK's own sockets: JGit's own way needs a native library.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-miller-ssh-agent">the protocol</a>
 */
final class SshAgent extends AbstractConnector {
    private static final int LONGEST_ANSWER = 256 * 1024;

    private final Path socket;
    private @Nullable SocketChannel channel;

    SshAgent(Path socket) {
        this.socket = socket;
    }

    @Override
    public boolean connect() throws IOException {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        return true;
    }

    @Override
    public byte[] rpc(byte command, byte[] message) throws IOException {
        SocketChannel open = channel;
        if (open == null) {
            throw new IOException("not connected");
        }
        prepareMessage(command, message);
        ByteBuffer asked = ByteBuffer.wrap(message);
        while (asked.hasRemaining()) {
            open.write(asked);
        }
        int length = filled(open, Integer.BYTES).getInt();
        if (length <= 0 || length > LONGEST_ANSWER) {
            throw new IOException("the ssh agent answers " + length + " bytes");
        }
        return filled(open, length).array();
    }

    private static ByteBuffer filled(SocketChannel open, int length) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(length);
        while (answer.hasRemaining()) {
            if (open.read(answer) < 0) {
                throw new EOFException("the ssh agent hung up");
            }
        }
        return answer.flip();
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    /**
     * The agent of the environment, unless the user's configuration of ssh names another ({@code IdentityAgent}).
     *
     * @param usual {@code SSH_AUTH_SOCK}; null if there is none
     */
    record Factory(@Nullable String usual) implements ConnectorFactory {
        @Override
        public @Nullable Connector create(@Nullable String named, File home) {
            String socket = named == null || named.isEmpty() || named.equals("SSH_AUTH_SOCK") ? usual : named;
            return socket == null ? null : new SshAgent(Path.of(socket));
        }

        @Override
        public boolean isSupported() {
            return true;
        }

        @Override
        public String getName() {
            return "jdk";
        }

        @Override
        public Collection<ConnectorDescriptor> getSupportedConnectors() {
            return List.of(getDefaultConnector());
        }

        @Override
        public ConnectorDescriptor getDefaultConnector() {
            return new Descriptor();
        }
    }

    private static final class Descriptor implements ConnectorFactory.ConnectorDescriptor {
        @Override
        public String getIdentityAgent() {
            return "SSH_AUTH_SOCK";
        }

        @Override
        public String getDisplayName() {
            return "ssh agent";
        }
    }
}
