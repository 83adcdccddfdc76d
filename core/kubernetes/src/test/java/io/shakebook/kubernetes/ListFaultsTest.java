// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static io.shakebook.kubernetes.Faults.PATH;
import static io.shakebook.kubernetes.Faults.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.shakebook.kubernetes.http.PlayedTiming;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Long lists, and lists that change, expire or do not end while they are read. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ListFaultsTest {
    private static final String WIDE = "x".repeat(8 * 1024);

    private final List<String> queries = new ArrayList<>();
    private HttpServer server;
    private KubernetesClusters clusters;
    private ClusterView view;
    private Function<Map<String, String>, Reply> pages = query -> new Reply(404, "");

    private record Reply(int code, String body) {}

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext(PATH, this::answer);
        server.start();
        clusters = Faults.clusters(
                "http://127.0.0.1:" + server.getAddress().getPort(), Deadlines.USUAL, new PlayedTiming());
        view = clusters.view("a");
    }

    @AfterEach
    void stop() {
        clusters.close();
        server.stop(0);
    }

    @Test
    void fiftyMegabytesInPagesAreRead() throws Exception {
        pages = query -> {
            int from = Integer.parseInt(query.getOrDefault("continue", "0"));
            int to = from + Integer.parseInt(query.get("limit"));
            return page(from, to, to < 6_500 ? "" + to : "", WIDE);
        };
        List<Manifest> all = list();
        assertThat(all).hasSize(6_500);
        assertThat(queries).hasSize(13);
        assertThat(all.get(6_499).text("data", "k")).hasSize(WIDE.length());
    }

    @Test
    void pagesThatAreTooLongAreAskedForSmaller() throws Exception {
        String huge = "x".repeat(1024 * 1024);
        pages = query -> {
            int from = Integer.parseInt(query.getOrDefault("continue", "0"));
            int to = Math.min(40, from + Integer.parseInt(query.get("limit")));
            return page(from, to, to < 40 ? "" + to : "", huge);
        };
        assertThat(list()).hasSize(40);
        assertThat(queries.subList(0, 4)).containsExactly("limit=500", "limit=50", "limit=5", "continue=5&limit=5");
    }

    @Test
    void aContinuationThatExpiredBeginsAnewOnce() throws Exception {
        int[] expirations = {1};
        pages = query -> {
            if (!query.containsKey("continue")) {
                return page(0, 2, "more", "");
            }
            return expirations[0]-- > 0 ? new Reply(410, failure(410, "Expired", "gone")) : page(2, 3, "", "");
        };
        assertThat(list()).extracting(object -> object.ref().name()).containsExactly("a0", "a1", "a2");
        expirations[0] = 9;
        assertThatThrownBy(this::list)
                .isInstanceOf(Unanswered.class)
                .hasMessage("the ConfigMap objects in ns cannot be listed: answer 410: gone");
    }

    @Test
    void aListThatDoesNotEndIsGivenUp() {
        pages = query -> page(0, 500, "again", "");
        assertThatThrownBy(this::list)
                .isInstanceOf(Unanswered.class)
                .hasMessage("the ConfigMap objects in ns cannot be listed: the list does not end");
    }

    @Test
    void aListWhosePagesAreEmptyAndGoOnIsGivenUp() {
        pages = query -> page(0, 0, "more-" + queries.size(), "");
        assertThatThrownBy(this::list)
                .isInstanceOf(Unanswered.class)
                .hasMessage("the ConfigMap objects in ns cannot be listed: the list does not end");
        assertThat(queries).hasSize(513);
    }

    @Test
    void anEmptyListOfAnotherKindIsNotTakenForNothingThere() {
        for (String body : List.of(
                "{\"apiVersion\":\"v1\",\"kind\":\"PodList\",\"items\":[]}",
                "{\"apiVersion\":\"v9\",\"kind\":\"ConfigMapList\",\"items\":[]}")) {
            pages = query -> new Reply(200, body);
            assertThatThrownBy(this::list)
                    .isInstanceOf(Unanswered.class)
                    .hasMessageContaining("cannot be listed: the answer is a list of another kind");
        }
        pages = query -> new Reply(200, failure(500, "", "etcd is gone").replace("{", "{\"status\":\"Failure\","));
        assertThatThrownBy(this::list).hasMessageEndingWith("the answer is a failure, etcd is gone");
    }

    @Test
    void objectsOfAnotherNamespaceAreNotTakenForOurs() {
        pages = query -> {
            Reply reply = page(0, 1, "", "");
            return new Reply(200, reply.body().replace("\"ns\"", "\"other\""));
        };
        assertThatThrownBy(this::list).hasMessageEndingWith("of an item, it is in the namespace \"other\"");
    }

    @Test
    void aPageThatIsNoListIsSaidSo() {
        for (String body : List.of(
                "{\"kind\":\"ConfigMapList\",\"items\":null}",
                "{\"kind\":\"ConfigMapList\",\"items\":{}}",
                "{\"kind\":\"ConfigMap\",\"items\":[]}",
                "{\"kind\":\"ConfigMapList\",\"items\":[5]}",
                "{\"kind\":\"ConfigMapList\",\"items\":[{\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\"}}]}",
                "{\"kind\":\"ConfigMapList\",\"items\":[{\"metadata\":\"a\"}]}",
                "{\"kind\":\"ConfigMapList\",\"items\":[{\"metadata\":{\"name\":5}}]}")) {
            pages = query -> new Reply(200, body);
            assertThatThrownBy(this::list)
                    .isInstanceOf(Unanswered.class)
                    .hasMessageStartingWith("the ConfigMap objects in ns cannot be listed: ");
        }
    }

    private List<Manifest> list() throws Unanswered {
        return view.list(Kind.CONFIG_MAP, "ns", Map.of());
    }

    private static Reply page(int from, int to, String next, String data) {
        String items = IntStream.range(from, to)
                .mapToObj(number -> "{\"metadata\":{\"name\":\"a" + number
                        + "\",\"namespace\":\"ns\"},\"data\":{\"k\":\"" + data + "\"}}")
                .collect(Collectors.joining(","));
        return new Reply(
                200,
                "{\"kind\":\"ConfigMapList\",\"metadata\":{\"continue\":\"" + next + "\"},\"items\":[" + items + "]}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        Map<String, String> parameters = List.of(query.split("&")).stream()
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        queries.add(query);
        Reply reply = pages.apply(parameters);
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.code(), bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        } catch (IOException cutOff) {
            // the client had enough
        }
    }
}
