// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can go wrong on a line, said in words, within the deadline. */
class WireTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Call READ = Call.get("/api", Map.of());
    private static final Call WRITE = Call.apply("/api", Map.of(), Map.of("a", 1L));

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @Test
    void anAnswerComesWhole() throws Exception {
        answering(aResponse()
                .withStatus(429)
                .withHeader("Retry-After", "3")
                .withBody("é")
                .withChunkedDribbleDelay(3, 60));
        try (Wire wire = wire(base())) {
            Answer answer = wire.send(READ, LONG);
            assertThat(answer.code()).isEqualTo(429);
            assertThat(answer.retryAfter()).contains(Duration.ofSeconds(3));
            assertThat(answer.body()).isEqualTo("é");
        }
    }

    @Test
    void aDribbledBodyCountsAgainstTheDeadline() throws Exception {
        answering(aResponse().withBody("x".repeat(100)).withChunkedDribbleDelay(50, 60_000));
        failsWithin(SHORT, READ, "no whole answer within 400 ms from " + base());
    }

    @Test
    void aServerThatDoesNotAnswerCountsAgainstTheDeadline() throws Exception {
        answering(aResponse().withFixedDelay(60_000));
        failsWithin(SHORT, READ, "answer");
    }

    @Test
    void brokenConnectionsAreSaidSo() throws Exception {
        for (Call call : List.of(READ, WRITE)) {
            answering(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
            failsWithin(LONG, call, "connection "); // reset or closed, as the JDK happens to see it
            answering(aResponse().withFault(Fault.EMPTY_RESPONSE));
            failsWithin(LONG, call, "connection closed without a whole answer by " + base());
        }
    }

    @Test
    void aWriteIsSentOnce() throws Exception {
        answering(aResponse().withFault(Fault.EMPTY_RESPONSE));
        SERVER.resetRequests();
        failsWithin(LONG, WRITE, "");
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
        answering(aResponse().withStatus(503));
        SERVER.resetRequests();
        try (Wire wire = wire(base())) {
            wire.send(WRITE, LONG);
        }
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
    }

    @Test
    void aBodyThatIsCutIsNoAnswer() throws Exception {
        try (ServerSocket cutting = serving("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"kind\":")) {
            failsWithin(LONG, WRITE, "connection closed without a whole answer", uri(cutting));
        }
    }

    @Test
    void nobodyListening() throws Exception {
        URI nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = uri(closed);
        }
        failsWithin(LONG, READ, "connection refused at " + nobody, nobody);
    }

    @Test
    void aRedirectIsNotFollowedForItWouldTakeTheTokenAlong() throws Exception {
        SERVER.stubFor(any(anyUrl()).willReturn(temporaryRedirect("/elsewhere")));
        try (Wire wire = wire(base())) {
            assertThat(wire.send(READ, LONG).code()).isEqualTo(302);
        }
    }

    @Test
    void aStreamHandsOnLinesAsTheyCome() throws Exception {
        answering(aResponse().withBody("a\nbé\nrest").withChunkedDribbleDelay(4, 40));
        List<String> lines = new ArrayList<>();
        try (Wire wire = wire(base())) {
            assertThat(wire.stream(READ, lines::add, LONG)).isEqualTo(200);
        }
        assertThat(lines).containsExactly("a", "bé");
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() throws Exception {
        answering(aResponse().withFixedDelay(60_000));
        try (Wire wire = wire(base())) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> wire.send(READ, LONG)).hasMessage("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void nothingIsSentByWhoWasInterruptedOrAfterTheEnd() throws Exception {
        answering(aResponse());
        SERVER.resetRequests();
        Wire wire = wire(base());
        try {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> wire.send(WRITE, LONG))
                    .isInstanceOfSatisfying(
                            Unreached.class, e -> assertThat(e.sent()).isFalse());
        } finally {
            Thread.interrupted();
        }
        wire.close();
        assertThatThrownBy(() -> wire.send(WRITE, LONG)).hasMessage("the clusters are closed already");
        assertThat(SERVER.getAllServeEvents()).isEmpty();
    }

    @Test
    void closingEndsTheThreadThatWouldDelayTheExit() throws Exception {
        answering(aResponse());
        List<Thread> before = selectors();
        Wire wire = wire(base());
        wire.send(READ, LONG);
        List<Thread> ours = selectors();
        ours.removeAll(before);
        assertThat(ours).hasSize(1);
        wire.close();
        ours.get(0).join(10_000);
        assertThat(ours.get(0).isAlive()).isFalse();
    }

    private static List<Thread> selectors() {
        List<Thread> found = new ArrayList<>(Thread.getAllStackTraces().keySet());
        found.removeIf(thread -> !thread.getName().endsWith("SelectorManager"));
        return found;
    }

    private static void answering(ResponseDefinitionBuilder response) {
        SERVER.stubFor(any(anyUrl()).willReturn(response));
    }

    private static void failsWithin(Duration deadline, Call call, String words) throws Unreached {
        failsWithin(deadline, call, words, base());
    }

    private static void failsWithin(Duration deadline, Call call, String words, URI server) throws Unreached {
        try (Wire wire = wire(server)) {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> wire.send(call, deadline))
                    .isInstanceOf(Unreached.class)
                    .hasMessageContaining(words);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(deadline.plusSeconds(10));
        }
    }

    private static Wire wire(URI server) throws Unreached {
        return new Wire(Endpoint.open(server), Duration.ofSeconds(5));
    }

    private static URI base() {
        return URI.create(SERVER.baseUrl());
    }

    private static URI uri(ServerSocket socket) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** Answers the first connection with these characters and closes it. */
    private static ServerSocket serving(String answer) throws IOException {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(() -> {
            try (Socket client = socket.accept();
                    OutputStream out = client.getOutputStream()) {
                client.getInputStream().read(new byte[4096]);
                out.write(answer.getBytes(StandardCharsets.UTF_8));
            } catch (IOException closed) {
                // the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
        return socket;
    }
}
