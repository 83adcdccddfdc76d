// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a proxy does that does not let us through: it is named, and nothing was sent to the server. */
class ProxyOnTheWayTest {
    private static final Call WRITE = Call.apply("/api", Map.of(), Map.of("a", 1L));
    private static final String SERVER = "https://server.invalid:6443";

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(
                        "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=x",
                        " wants a password (answer 407), which is not supported: use a proxy without one in the"
                                + " kubeconfig's proxy-url",
                        false),
                arguments("502 Bad Gateway", " opens no line: answer 502", true),
                arguments("403 Forbidden", " opens no line: answer 403", true));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aProxyThatOpensNoLine(String head, String words, boolean passing) throws Exception {
        try (ServerSocket proxy = answering("HTTP/1.1 " + head + "\r\nContent-Length: 0\r\n\r\n")) {
            Unreached failed = failed("http://127.0.0.1:" + proxy.getLocalPort());
            assertThat(failed.why()).isEqualTo(way(proxy.getLocalPort()) + words);
            assertThat(failed.passing()).isEqualTo(passing);
        }
    }

    @Test
    void aProxyThatIsNotThere() throws Exception {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            nobody = closed.getLocalPort();
        }
        assertThat(failed("http://127.0.0.1:" + nobody).why()).isEqualTo("connection refused at " + way(nobody));
    }

    @Test
    void aProxyWithoutAnAddress() throws Exception {
        assertThat(failed("http://proxy.invalid:3128").why())
                .isEqualTo("the host name of the proxy http://proxy.invalid:3128 on the way to " + SERVER
                        + " cannot be resolved");
    }

    private static String way(int port) {
        return "the proxy http://127.0.0.1:" + port + " on the way to " + SERVER;
    }

    private static Unreached failed(String proxy) throws Unreached {
        Endpoint endpoint = new Endpoint(
                URI.create(SERVER),
                Optional.empty(),
                true,
                Optional.empty(),
                Endpoint.Credential.NONE,
                Optional.of(URI.create(proxy)));
        try (Wire wire = new Wire(endpoint, Duration.ofSeconds(5))) {
            Unreached failed = assertThrows(Unreached.class, () -> wire.send(WRITE, Duration.ofSeconds(20)));
            assertThat(failed.sent()).isFalse();
            return failed;
        }
    }

    private static ServerSocket answering(String answer) throws IOException {
        ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    try (Socket client = socket.accept()) {
                        client.getInputStream().read(new byte[4096]);
                        client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
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
