// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.eclipse.jgit.internal.transport.sshd.OpenSshServerKeyDatabase;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.jspecify.annotations.Nullable;

/** Hosts that the user's {@code known_hosts} knows, whatever the user's configuration of ssh says of strictness. */
final class StrictHosts implements ServerKeyDatabase {
    private static final int USUAL_PORT = 22;

    private final ServerKeyDatabase known;
    private final Path file;
    private volatile @Nullable RemoteFault refused;

    /** @param file the user's {@code known_hosts} */
    StrictHosts(Path file) {
        this.known = new OpenSshServerKeyDatabase(false, List.of(file));
        this.file = file;
    }

    /** Why the last host was not believed. */
    Optional<RemoteFault> refused() {
        return Optional.ofNullable(refused);
    }

    @Override
    public List<PublicKey> lookup(String address, InetSocketAddress remote, Configuration configuration) {
        return known.lookup(address, remote, new Strict(configuration));
    }

    @Override
    public boolean accept(
            String address,
            InetSocketAddress remote,
            PublicKey key,
            Configuration configuration,
            @Nullable CredentialsProvider nobody) {
        Strict strict = new Strict(configuration);
        if (known.accept(address, remote, key, strict, null)) {
            return true;
        }
        refused = lookup(address, remote, strict).isEmpty() ? unknown(address, key) : changed(address, key);
        return false;
    }

    private RemoteFault unknown(String address, PublicKey key) {
        return new RemoteFault(
                RemoteFault.Kind.LOCAL,
                "the host " + address + " is not in " + file + ": it showed the key " + shown(key)
                        + ", and nobody here has said that this is the right one",
                "compare it with what the host's owner publishes, then add it: ssh-keyscan " + scan(address) + " >> "
                        + file);
    }

    private RemoteFault changed(String address, PublicKey key) {
        return new RemoteFault(
                RemoteFault.Kind.LOCAL,
                "the host " + address + " showed the key " + shown(key) + ", and " + file
                        + " has another one: the host was set up anew, or somebody stands between",
                "ask the host's owner; if the new key is right: ssh-keygen -f " + file + " -R \"" + address
                        + "\", then add it");
    }

    private static String shown(PublicKey key) {
        return KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(key);
    }

    /** {@code [host]:2222} as ssh-keyscan takes it. */
    private static String scan(String address) {
        int end = address.lastIndexOf("]:");
        return address.startsWith("[") && end > 0
                ? "-p " + address.substring(end + 2) + " " + address.substring(1, end)
                : "-p " + USUAL_PORT + " " + address;
    }

    /** What the user's configuration says, but for being lax. */
    private record Strict(Configuration said) implements Configuration {
        @Override
        public List<String> getUserKnownHostsFiles() {
            return said.getUserKnownHostsFiles();
        }

        @Override
        public List<String> getGlobalKnownHostsFiles() {
            return said.getGlobalKnownHostsFiles();
        }

        @Override
        public StrictHostKeyChecking getStrictHostKeyChecking() {
            return StrictHostKeyChecking.REQUIRE_MATCH;
        }

        @Override
        public boolean getHashKnownHosts() {
            return said.getHashKnownHosts();
        }

        @Override
        public String getUsername() {
            return said.getUsername();
        }
    }
}
