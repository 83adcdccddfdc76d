// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.engine.change.SmallCollections;
import io.shakebook.kubernetes.Faults.Ask;
import io.shakebook.kubernetes.http.PlayedTiming;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.ObjectRef;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that takes a request and then does not finish, or does not stop, answering. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SilentServerTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final Deadlines SHORT =
            new Deadlines(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(30));

    /** What it does after a request. */
    private enum Manner {
        SILENT,
        HEAD_ONLY,
        DRIBBLES,
        ENDLESS,
        CUT
    }

    private final PlayedTiming timing = new PlayedTiming();
    private final AtomicInteger requests = new AtomicInteger();
    private ServerSocket socket;
    private Manner manner;

    @BeforeEach
    void listen() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        daemon(this::accept);
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"SILENT", "HEAD_ONLY", "DRIBBLES"})
    void theDeadlineCountsForHeadAndBody(Manner how) {
        manner = how;
        try (KubernetesClusters clusters = clusters(SHORT)) {
            String late = "no whole answer within 200 ms from " + url();
            assertThat(Ask.READ.outcome(clusters)).isEqualTo("Unanswered: " + late);
            assertThat(Ask.LIST.outcome(clusters)).isEqualTo("Unanswered: " + late);
            assertThat(Ask.DRY_RUN.outcome(clusters))
                    .as("it waits for webhooks, too")
                    .isEqualTo("NoAnswer, nothing done: " + late.replace("200", "400"));
            assertThat(requests.get())
                    .as("a busy server may not have seen them all in time")
                    .isBetween(1, 12);
            assertThat(timing.pauses()).hasSize(9);
            for (Ask write : List.of(Ask.CREATE, Ask.UPDATE, Ask.DELETE)) {
                assertThat(write.outcome(clusters, Duration.ofMillis(200)))
                        .isEqualTo("NoAnswer, perhaps done: " + late);
            }
            assertThat(requests.get()).as("no write was sent twice").isBetween(1, 15);
            assertThat(timing.pauses()).hasSize(9);
        }
    }

    @Test
    void whoWaitsOnlySoLongGetsNoAnswerByThen() {
        manner = Manner.SILENT;
        try (KubernetesClusters clusters =
                Faults.clusters(url(), Deadlines.USUAL, new SystemTiming())) { // its first try alone would take 10 s
            long begun = System.nanoTime();
            ClusterView view = clusters.view("a", Duration.ofMillis(300));
            assertThatThrownBy(() -> view.get(new ObjectRef(Kind.CONFIG_MAP, "ns", "x")))
                    .isInstanceOf(Unanswered.class)
                    .hasMessageContaining("no whole answer within ")
                    .hasMessageContaining(url());
            assertThatThrownBy(() -> view.list(Kind.CONFIG_MAP, "ns", Map.of()))
                    .isInstanceOf(Unanswered.class)
                    .hasMessage("not asked, since what was asked before took all the time");
            SmallCollections collections = clusters.within(Duration.ofMillis(300));
            assertThatThrownBy(() -> collections.atMost(500, "a", Kind.CONFIG_MAP, "ns"))
                    .isInstanceOf(Unanswered.class)
                    .hasMessageContaining("no whole answer within ");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void anAnswerThatDoesNotEndIsCutOffAndNotAskedForAgain() {
        manner = Manner.ENDLESS;
        try (KubernetesClusters clusters = clusters(Deadlines.USUAL)) {
            String cut = "the answer is longer than 32 MiB and was cut off: " + url();
            assertThat(Ask.READ.outcome(clusters)).isEqualTo("Unanswered: " + cut);
            assertThat(Ask.UPDATE.outcome(clusters)).isEqualTo("NoAnswer, perhaps done: " + cut);
            assertThat(requests.get()).isEqualTo(2);
        }
    }

    @Test
    void anEndlessListIsAskedForInSmallerPagesAndThenGivenUp() {
        manner = Manner.ENDLESS;
        try (KubernetesClusters clusters = clusters(Deadlines.USUAL)) {
            assertThat(Ask.LIST.outcome(clusters)).startsWith("Unanswered: the answer is longer than 32 MiB");
            assertThat(requests.get()).isEqualTo(4); // 500, 50, 5, 1 at a time
        }
    }

    @Test
    void anAnswerThatIsCutIsAskedForAgainUnlessItWasAWrite() {
        manner = Manner.CUT;
        try (KubernetesClusters clusters = clusters(Deadlines.USUAL)) {
            String closed = "connection closed without a whole answer by " + url();
            assertThat(Ask.READ.outcome(clusters)).isEqualTo("Unanswered: " + closed);
            assertThat(Ask.CREATE.outcome(clusters)).isEqualTo("NoAnswer, perhaps done: " + closed);
            assertThat(requests.get()).isEqualTo(5);
        }
    }

    private KubernetesClusters clusters(Deadlines deadlines) {
        return Faults.clusters(url(), deadlines, timing);
    }

    private String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = socket.accept();
            daemon(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client;
                OutputStream out = client.getOutputStream()) {
            client.getInputStream().read(new byte[8192]);
            requests.incrementAndGet();
            switch (manner) {
                case SILENT -> untilItGoes(client);
                case HEAD_ONLY -> stall(client, out, "Content-Length: 100\r\n\r\n");
                case DRIBBLES -> stall(client, out, "Content-Length: 100\r\n\r\n{\"kind\":");
                case ENDLESS -> pour(out);
                case CUT ->
                    out.write((HEAD + "Content-Length: 100\r\n\r\n{\"kind\":").getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private static void stall(Socket client, OutputStream out, String begin) throws IOException {
        out.write((HEAD + begin).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        untilItGoes(client);
    }

    /** What is left of its request is read on the way. */
    private static void untilItGoes(Socket client) throws IOException {
        while (client.getInputStream().read() >= 0) {
            continue;
        }
    }

    private static void pour(OutputStream out) throws IOException {
        out.write((HEAD + "\r\n").getBytes(StandardCharsets.US_ASCII));
        byte[] filler = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        while (true) {
            out.write(filler);
        }
    }

    /** Ends when its socket is closed. */
    private interface Serving {
        void run() throws IOException;
    }

    private static void daemon(Serving serving) {
        Thread thread = new Thread(() -> {
            try {
                serving.run();
            } catch (IOException closed) {
                // the client went away, or the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
