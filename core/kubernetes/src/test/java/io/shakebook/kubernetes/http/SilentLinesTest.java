// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.shakebook.kubernetes.BlackHole;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/** A balancer that forgot the lines which nobody used for a while, and tells nobody: new ones work. */
class SilentLinesTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Call READ = Call.get("/api", Map.of());
    private static final int LINES = 3;

    @Test
    void oneSilentLineIsEnoughToLeaveAllOthersThatAreAsOld() throws Exception {
        try (ServerSocket balancer = forgetful();
                Wire wire = new Wire(Endpoint.open(URI.create("http://127.0.0.1:" + balancer.getLocalPort())), LONG)) {
            atOnce(wire, LINES);
            assertThatThrownBy(() -> wire.send(READ, SHORT)).hasMessageStartingWith("no whole answer within 300 ms");
            assertThat(atOnce(wire, LINES)).containsOnly(200);
        }
    }

    @Test
    void aLineIsNotKeptForAsLongAsAPersonReadsAPlan() throws Exception {
        new Wire(Endpoint.open(URI.create("http://127.0.0.1:1")), LONG).close();
        assertThat(Integer.getInteger("jdk.httpclient.keepalive.timeout")).isLessThanOrEqualTo(30);
    }

    @Test
    void whoAnsweredBeforeAndDropsPacketsNowIsAskedAgain() throws Exception {
        ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        URI server = URI.create("http://127.0.0.1:" + port.getLocalPort());
        daemon(() -> answerOnce(port.accept()));
        try (Wire wire = new Wire(Endpoint.open(server), SHORT)) {
            assertThat(wire.send(READ, LONG).code()).isEqualTo(200);
            try (BlackHole hole = new BlackHole(port)) {
                assertThat(passing(wire)).isTrue();
                try (Wire stranger = new Wire(Endpoint.open(hole.uri()), SHORT)) {
                    assertThat(passing(stranger)).isFalse();
                }
            }
        }
    }

    private static boolean passing(Wire wire) {
        Unreached failed = assertThrows(Unreached.class, () -> wire.send(READ, LONG));
        assertThat(failed.why()).startsWith("no connection in time to ");
        return failed.passing();
    }

    private static void answerOnce(Socket line) throws IOException {
        try (line) {
            line.getInputStream().read(new byte[4096]);
            line.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}".getBytes(US_ASCII));
        }
    }

    private static List<Integer> atOnce(Wire wire, int count) throws Exception {
        List<CompletableFuture<Integer>> asked = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            CompletableFuture<Integer> code = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                try {
                    code.complete(wire.send(READ, LONG).code());
                } catch (Unreached e) {
                    code.completeExceptionally(e);
                }
            });
            thread.setDaemon(true);
            thread.start();
            asked.add(code);
        }
        List<Integer> codes = new ArrayList<>();
        for (CompletableFuture<Integer> code : asked) {
            codes.add(code.get());
        }
        return codes;
    }

    /** Answers one request on each line, once there are several lines, and never again on that one. */
    private static ServerSocket forgetful() throws IOException {
        ServerSocket port = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        CyclicBarrier together = new CyclicBarrier(LINES);
        daemon(() -> {
            while (true) {
                Socket line = port.accept();
                daemon(() -> serve(line, together));
            }
        });
        return port;
    }

    private static void serve(Socket line, CyclicBarrier together) throws Exception {
        try (line) {
            InputStream in = line.getInputStream();
            in.read(new byte[4096]);
            together.await();
            line.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(US_ASCII));
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Ends when its socket is closed. */
    private interface Serving {
        void run() throws Exception;
    }

    private static void daemon(Serving serving) {
        Thread thread = new Thread(() -> {
            try {
                serving.run();
            } catch (Exception over) {
                // the caller went away, or the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
