// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.shakebook.testkit.apiserver.ApiServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Proxies in front of two clusters. None answers the first request of a kind before the other has one of the same kind, too:
 * who asks one cluster after the other gets no answer.
 */
final class Rendezvous implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;
    private static final int NOBODY_CAME = 504;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<HttpServer> proxies = new ArrayList<>();
    private final Set<String> alone = ConcurrentHashMap.newKeySet();
    private final Map<String, Meeting> meetings = new ConcurrentHashMap<>();

    /** Where those who ask the same kind of thing wait for each other. */
    private record Meeting(Set<URI> came, CountDownLatch all) {
        Meeting() {
            this(new HashSet<>(), new CountDownLatch(2));
        }

        synchronized void comes(URI who) {
            if (came.add(who)) {
                all.countDown();
            }
        }
    }

    /** Starts a proxy. @return where it listens, in clear text */
    URI inFrontOf(ApiServer server) throws IOException {
        HttpClient.Builder client = HttpClient.newBuilder();
        server.tls().ifPresent(client::sslContext);
        HttpClient upstream = client.build();
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        URI here = URI.create("http://127.0.0.1:" + proxy.getAddress().getPort());
        proxy.setExecutor(threads);
        proxy.createContext("/", exchange -> answer(exchange, here, server, upstream));
        proxy.start();
        proxies.add(proxy);
        return here;
    }

    /** Kinds of requests that both clusters had at the same time: {@code GET configmaps}. */
    List<String> met() {
        return meetings.entrySet().stream()
                .filter(entry -> entry.getValue().all().getCount() == 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Kinds of requests for which one cluster waited in vain for the other to be asked. */
    List<String> missed() {
        return alone.stream().sorted().toList();
    }

    /** What was asked so far is forgotten. */
    void again() {
        meetings.clear();
        alone.clear();
    }

    private void answer(HttpExchange exchange, URI here, ApiServer server, HttpClient upstream) throws IOException {
        try (exchange) {
            Meeting meeting = meetings.computeIfAbsent(kind(exchange), none -> new Meeting());
            meeting.comes(here);
            boolean review =
                    kind(exchange).endsWith("reviews"); // so many that one cluster's fill all readers for a moment
            if (!review && !meeting.all().await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                alone.add(kind(exchange));
                exchange.sendResponseHeaders(NOBODY_CAME, -1);
                return;
            }
            HttpResponse<byte[]> answer = upstream.send(request(exchange, server), BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().add("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest request(HttpExchange exchange, ApiServer server) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        server.uri().resolve(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        server.headers().forEach(request::header);
        for (String header : List.of("Content-Type", "Accept")) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        return request.build();
    }

    /** {@code GET configmaps}: the resource, without its name. */
    private static String kind(HttpExchange exchange) {
        String[] parts = exchange.getRequestURI().getPath().split("/");
        int at = List.of(parts).indexOf("namespaces");
        String resource = at < 0 || at + 2 >= parts.length ? parts[at < 0 ? parts.length - 1 : at] : parts[at + 2];
        return exchange.getRequestMethod() + " " + resource;
    }

    @Override
    public void close() {
        proxies.forEach(proxy -> proxy.stop(0));
        threads.shutdownNow();
    }
}
