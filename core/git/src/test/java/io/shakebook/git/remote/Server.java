// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import io.shakebook.testkit.git.GitProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real server on loopback, as a process of its own. */
final class Server implements AutoCloseable {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");

    private final Process process;
    private final int port;

    private Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    int port() {
        return port;
    }

    /** @param repositories folder of what is served */
    static Server gitDaemon(Path repositories) throws IOException, InterruptedException {
        int port = free();
        return started(
                port,
                repositories,
                "git",
                "daemon",
                "--reuseaddr",
                "--listen=127.0.0.1",
                "--port=" + port,
                "--base-path=" + repositories,
                "--export-all",
                "--log-destination=stderr",
                repositories.toString());
    }

    static boolean sshdIsHere() {
        return Files.isExecutable(SSHD)
                && (!"root".equals(System.getProperty("user.name"))
                        || Files.isDirectory(Path.of("/run/sshd"))
                        || made());
    }

    private static boolean made() {
        try {
            Files.createDirectory(Path.of("/run/sshd"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Serves the current user.
     *
     * @param folder for its own keys
     * @param authorized the user's public key
     */
    static Server sshd(Path folder, Path authorized) throws IOException, InterruptedException {
        int port = free();
        Path hostKey = folder.resolve("host-key");
        if (!Files.exists(hostKey)) {
            keygen(hostKey, "");
        }
        Path config = folder.resolve("sshd_config");
        Files.writeString(config, """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s
                AuthorizedKeysFile %s
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                UsePAM no
                StrictModes no
                PermitRootLogin yes
                PidFile none
                """.formatted(port, hostKey, authorized));
        return started(port, folder, SSHD.toString(), "-D", "-e", "-f", config.toString());
    }

    static void keygen(Path file, String passphrase) throws IOException, InterruptedException {
        Process made = new ProcessBuilder(
                        "ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-C", "test", "-f", file.toString())
                .inheritIO()
                .start();
        if (made.waitFor() != 0) {
            throw new AssertionError("ssh-keygen");
        }
    }

    private static Server started(int port, Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server-" + port + ".log").toFile());
        Map<String, String> environment = builder.environment();
        GitProgram.isolate(environment);
        // the repositories of a test need not belong to whom sshd or a daemon takes itself for
        environment.put("GIT_CONFIG_COUNT", "1");
        environment.put("GIT_CONFIG_KEY_0", "safe.directory");
        environment.put("GIT_CONFIG_VALUE_0", "*");
        Process process = builder.start();
        Server server = new Server(process, port);
        for (int left = 200; !answers(port); left--) {
            if (left == 0 || !process.isAlive()) {
                server.close();
                throw new AssertionError(
                        command[0] + " did not start: " + Files.readString(folder.resolve("server-" + port + ".log")));
            }
            TimeUnit.MILLISECONDS.sleep(25);
        }
        return server;
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
