// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.shakebook.kubernetes.BlackHole;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Several servers behind one name, of which one is dead: the name is as good as the others. */
class AddressesTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Call WRITE = Call.apply("/api", Map.of(), Map.of("a", 1L));

    private final List<String> heads = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aDeadAddressIsPassedOverAndTheServerIsAskedByItsName() throws Exception {
        try (ServerSocket alive = serving("127.0.0.1", 0);
                Wire wire = wire(alive.getLocalPort())) {
            assertThat(wire.send(WRITE, LONG).code()).isEqualTo(200);
            assertThat(heads)
                    .singleElement()
                    .asString()
                    .contains("Host: two.test:" + alive.getLocalPort() + "\r\n")
                    .doesNotContain("Host: 127");
        }
    }

    @Test
    void whenTheOneInUseDiesTheOtherOneIsTaken() throws Exception {
        try (ServerSocket second = serving("127.0.0.1", 0)) {
            ServerSocket first = serving("127.0.0.2", second.getLocalPort());
            try (first;
                    Wire wire = wire(second.getLocalPort())) {
                assertThat(wire.send(WRITE, LONG).code()).isEqualTo(200);
                dies(first);
                assertThat(wire.send(WRITE, LONG).code()).isEqualTo(200);
                assertThat(heads).hasSize(2);
            }
        }
    }

    @Test
    void ofDeadAddressesAloneTheNameIsSaid() throws Exception {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            nobody = closed.getLocalPort();
        }
        try (Wire wire = wire(nobody)) {
            Unreached failed = assertThrows(Unreached.class, () -> wire.send(WRITE, LONG));
            assertThat(failed.why()).isEqualTo("connection refused at http://two.test:" + nobody);
            assertThat(failed.sent()).isFalse();
        }
    }

    @Test
    void anAddressThatDropsPacketsHoldsUpNobody() throws Exception {
        try (BlackHole hole = new BlackHole();
                ServerSocket alive = serving("127.0.0.1", 0)) {
            InetSocketAddress dropping =
                    new InetSocketAddress(hole.uri().getHost(), hole.uri().getPort());
            InetSocketAddress answering = new InetSocketAddress("127.0.0.1", alive.getLocalPort());
            assertThat(Race.first(List.of(dropping, answering), LONG)).isEqualTo(answering);
            dies(alive);
            assertThrows(ConnectException.class, () -> Race.first(List.of(answering), LONG));
            assertThrows(HttpConnectTimeoutException.class, () -> Race.first(List.of(dropping), Duration.ofMillis(50)));
        }
    }

    /** A thread that accepts keeps the port open for a moment after it was closed. */
    private static void dies(ServerSocket server) throws IOException {
        server.close();
        for (int left = 10_000; answers(server.getInetAddress(), server.getLocalPort()); left--) {
            assertThat(left).as("tries until the port is closed").isPositive();
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    private static boolean answers(InetAddress address, int port) throws IOException {
        try (Socket line = new Socket(address, port)) {
            return line.isConnected();
        } catch (ConnectException refused) {
            return false;
        }
    }

    private static Wire wire(int port) throws Exception {
        InetAddress[] several = {InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1")};
        return new Wire(Endpoint.open(URI.create("http://two.test:" + port)), LONG, name -> several);
    }

    /** Answers one request on each line and notes how it began; who only connects is no request. */
    private ServerSocket serving(String address, int port) throws IOException {
        ServerSocket socket = new ServerSocket(port, 5, InetAddress.getByName(address));
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    try (Socket client = socket.accept()) {
                        byte[] head = new byte[4096];
                        int length = client.getInputStream().read(head);
                        if (length > 0) {
                            heads.add(new String(head, 0, length, ISO_8859_1));
                            client.getOutputStream()
                                    .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
                                            .getBytes(ISO_8859_1));
                        }
                    }
                }
            } catch (IOException closed) {
                // the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
        return socket;
    }
}
