// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.kubernetes.http.PlayedTiming;
import io.shakebook.kubernetes.kubeconfig.Surroundings;
import io.shakebook.spi.Unanswered;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which a whole site can be dark: what is said, and that it is not asked again in vain. */
@Timeout(60)
class DarkClusterTest {
    /** Too long for any name server to be asked. */
    private static final String NO_SUCH_NAME = ("x".repeat(63) + ".").repeat(4) + "example";

    @TempDir
    Path folder;

    private final PlayedTiming timing = new PlayedTiming();

    @Test
    void nobodyListens() throws Exception {
        URI nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("https://127.0.0.1:" + closed.getLocalPort());
        }
        says(nobody, "connection refused at " + nobody);
    }

    @Test
    void aBlackHoleCostsTheConnectDeadlineOnce() throws Exception {
        try (BlackHole hole = new BlackHole()) {
            says(hole.uri(), "no connection in time to " + hole.uri());
            assertThat(timing.pauses()).as("tries after the first").isEmpty();
        }
    }

    @Test
    void theNameDoesNotResolve() throws Exception {
        says(URI.create("https://" + NO_SUCH_NAME), "the host name of https://" + NO_SUCH_NAME + " cannot be resolved");
        assertThat(timing.pauses()).isEmpty();
    }

    @Test
    void somethingElseThanTlsAnswers() throws Exception {
        try (ServerSocket garbage = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answer(garbage));
            answering.setDaemon(true);
            answering.start();
            says(URI.create("https://127.0.0.1:" + garbage.getLocalPort()), "TLS failed");
        }
    }

    @Test
    void theContextIsMissing() throws Exception {
        Files.writeString(folder.resolve("config"), "contexts: [{name: other, context: {cluster: c, user: u}}]\n");
        refused("has no context \"prod\"; it has other");
    }

    private void says(URI server, String words) throws Exception {
        Files.writeString(
                folder.resolve("config"),
                "contexts: [{name: prod, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {token: secret}}]\n"
                        + "clusters: [{name: c, cluster: {server: \"" + server + "\"}}]\n");
        refused(words);
    }

    private void refused(String words) {
        ClusterEntry entry = new ClusterEntry(
                "a",
                new ClusterEntry.Kubeconfig(Optional.of("config"), "prod", Optional.empty(), Optional.empty()),
                Optional.empty(),
                2);
        try (KubernetesClusters clusters = new KubernetesClusters(
                List.of(entry),
                cluster -> URI.create("http://nobody"),
                new Surroundings(Map.of(), folder, folder, Set.of()),
                new Deadlines(Duration.ofMillis(300), Duration.ofSeconds(10), Duration.ofSeconds(30)),
                Clock.systemUTC(),
                timing)) {
            assertThatThrownBy(() -> clusters.sight("a"))
                    .isInstanceOf(Unanswered.class)
                    .hasMessageContaining(words)
                    .message()
                    .doesNotContain("secret");
        }
    }

    private static void answer(ServerSocket port) {
        byte[] html = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        while (true) {
            try (Socket caller = port.accept()) {
                caller.getOutputStream().write(html);
                caller.getOutputStream().flush();
                caller.getInputStream().readNBytes(1);
            } catch (java.io.IOException e) {
                return;
            }
        }
    }
}
