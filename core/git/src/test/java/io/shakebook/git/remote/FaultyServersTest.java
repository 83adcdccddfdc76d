// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.testkit.git.GitProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that hear and do not answer as they should. */
@Timeout(30)
class FaultyServersTest {
    @TempDir
    Path folder;

    private Machine machine;
    private ServerSocket socket;

    /** What is done with a caller. */
    private interface Manner {
        void treat(Socket caller) throws IOException, InterruptedException;
    }

    @BeforeEach
    void machine() throws IOException {
        machine = new Machine(Files.createDirectories(folder.resolve("home")));
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void end() throws IOException {
        socket.close();
    }

    private void serve(Manner manner) {
        Thread thread = new Thread(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket caller = socket.accept();
                    Thread one = new Thread(() -> {
                        try (caller) {
                            manner.treat(caller);
                        } catch (IOException | InterruptedException over) {
                            // the caller hung up, or the test is over
                        }
                    });
                    one.setDaemon(true);
                    one.start();
                } catch (IOException closed) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private RemoteFault fault(String scheme) {
        String url = scheme + "://127.0.0.1:" + socket.getLocalPort() + "/ops";
        return catchThrowableOfType(RemoteFault.class, () -> machine.fetch(url, "main"));
    }

    private void patience(int silence, int whole) {
        Limits usual = machine.limits;
        machine.limits = new Limits(
                Duration.ofSeconds(silence),
                Duration.ofSeconds(whole),
                usual.packBytes(),
                usual.objectBytes(),
                usual.objects());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https", "git", "ssh"})
    void whoSaysNothingIsNotWaitedForLong(String scheme) {
        patience(1, 20);
        serve(caller -> caller.getInputStream().transferTo(OutputStream.nullOutputStream()));
        long begun = System.nanoTime();
        assertThat(fault(scheme)).hasMessageContaining("did not answer within 1 s");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aPackThatNeverEndsIsNotWaitedForEither() throws Exception {
        GitProgram git = GitProgram.init(folder.resolve("repositories/ops"));
        byte[] noise = new byte[900_000];
        new java.util.Random(7).nextBytes(noise);
        Files.write(git.folder().resolve("noise"), noise);
        git.change("a", "a");
        patience(2, 2);
        try (Server daemon = Server.gitDaemon(folder.resolve("repositories"))) {
            serve(caller -> SlowWay.between(caller, daemon.port()));
            assertThat(fault("git")).hasMessageContaining("did not send all of main within 2 s");
        }
        assertThat(machine.progress.get(0)).startsWith("fetching main of git://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "git", "ssh"})
    void whoSaysALetterNowAndThenIsNotWaitedForLongerEither(String scheme) {
        patience(1, 20);
        serve(caller -> {
            OutputStream out = caller.getOutputStream();
            out.write((scheme.equals("http") ? "HTTP/1.1 200 OK\r\nX: " : scheme.equals("git") ? "fff0" : "SSH")
                    .getBytes());
            while (true) {
                out.write('a');
                out.flush();
                Thread.sleep(200);
            }
        });
        assertThat(fault(scheme)).hasMessageContaining("did not answer within 1 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https", "git", "ssh"})
    void whoHangsUpIsSaid(String scheme) {
        serve(caller -> caller.setSoLinger(true, 0));
        assertThat(fault(scheme).kind()).isEqualTo(RemoteFault.Kind.UNREACHABLE);
        assertThat(fault(scheme).getMessage()).containsAnyOf("hung up", "cannot be reached");
    }

    @Test
    void whatIsNoGitServerIsSaid() {
        serve(caller -> {
            caller.getInputStream().read(new byte[1000]);
            caller.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\nContent-Type: text/html\r\n\r\n\u001b[2Jhello"
                            .getBytes());
        });
        RemoteFault fault = fault("http");
        assertThat(fault.kind()).isEqualTo(RemoteFault.Kind.UNREACHABLE);
        assertThat(fault.getMessage()).doesNotContain("\u001b");
    }

    @Test
    void aNameThatNobodyHasIsSaid() {
        RemoteFault fault =
                catchThrowableOfType(RemoteFault.class, () -> machine.fetch("https://git.example.invalid/ops", "main"));
        assertThat(fault).hasMessageContaining("no host has the name git.example.invalid");
    }
}
