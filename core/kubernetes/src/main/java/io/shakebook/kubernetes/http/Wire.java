// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.shakebook.engine.source.Json;
import io.shakebook.kubernetes.http.Endpoint.ClientCertificate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The one place where requests leave. Every call has its own deadline for the whole answer, headers and body; nothing is
 * sent twice and no redirect is followed. Opening it contacts nobody, but may run the command that a
 * certificate comes from.
 */
public final class Wire implements Requests, AutoCloseable {
    /** The client drops what we no longer wait for a little later, so that our own words come first. */
    private static final Duration CLEAN_UP = Duration.ofSeconds(1);

    private final Endpoint endpoint;
    private final Timing timing;
    private final ObservedFactory factory = new ObservedFactory();
    private final HttpClient client;

    /** @throws Unreached if the endpoint's certificates or keys cannot be read */
    public Wire(Endpoint endpoint, Duration connectTimeout, Timing timing) throws Unreached {
        this.endpoint = endpoint;
        this.timing = timing;
        this.client = client(endpoint, connectTimeout);
    }

    @Override
    public Answer send(Call call, Duration deadline) throws Unreached {
        Whole body = new Whole();
        HttpResponse<AsyncBody> answer = exchange(call, body, deadline);
        Optional<Duration> retryAfter = RetryAfter.of(answer.header("Retry-After"), answer.header("Date"));
        return new Answer(answer.code(), retryAfter, movedTo(answer), body.text());
    }

    /**
     * Hands on each line of an endless answer, in another thread, until it ends; then returns its status code.
     *
     * @param deadline longest wait for the end
     * @throws Unreached if the answer breaks off; the lines until then have been handed on
     */
    public int stream(Call call, Consumer<String> line, Duration deadline) throws Unreached {
        return exchange(call, new Lines(line), deadline).code();
    }

    @Override
    public void close() {
        client.close();
        java.net.http.HttpClient built = factory.built();
        if (built != null) {
            SelectorThread.end(built);
        }
    }

    private HttpResponse<AsyncBody> exchange(
            Call call, AsyncBody.Consumer<List<ByteBuffer>> consumer, Duration deadline) throws Unreached {
        HttpRequest request = request(call, deadline);
        long end = timing.nanos() + deadline.toNanos();
        CompletableFuture<HttpResponse<AsyncBody>> head = client.consumeBytes(request, consumer);
        Runnable cancel = () -> head.cancel(true);
        try {
            HttpResponse<AsyncBody> answer = head.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            cancel = answer.body()::cancel;
            answer.body().consume();
            answer.body().done().get(end - timing.nanos(), TimeUnit.NANOSECONDS);
            return answer;
        } catch (TimeoutException e) {
            cancel.run();
            throw new Unreached("no whole answer within " + Words.of(deadline) + " from " + endpoint.server(), true);
        } catch (InterruptedException e) {
            cancel.run();
            Thread.currentThread().interrupt();
            throw new Unreached("interrupted", false);
        } catch (ExecutionException e) {
            throw Words.of(e, endpoint.server().toString());
        }
    }

    private HttpRequest request(Call call, Duration deadline) throws Unreached {
        HttpRequest.Builder request = client.newHttpRequestBuilder()
                .uri(endpoint.server() + call.target())
                .header("Accept", "application/json")
                .header("User-Agent", "shakebook")
                .timeout(deadline.plus(CLEAN_UP).toMillis(), TimeUnit.MILLISECONDS);
        credential().ifPresent(value -> request.header("Authorization", value));
        if (!call.contentType().isEmpty()) {
            request.method(call.method(), call.contentType(), Json.line(call.body()));
        }
        return request.build();
    }

    private Optional<String> credential() throws Unreached {
        try {
            return endpoint.credential().header();
        } catch (Unreached e) {
            throw e.unsent();
        }
    }

    /** A redirect is often one to a sign-in page; its path and query may carry a ticket. */
    private static String movedTo(HttpResponse<?> answer) {
        String location = answer.header("Location");
        if (answer.code() < 300 || answer.code() > 399 || location == null) {
            return "";
        }
        try {
            URI target = URI.create(location);
            return target.getHost() == null ? "another path" : target.getScheme() + "://" + target.getAuthority();
        } catch (IllegalArgumentException e) {
            return "another address";
        }
    }

    private HttpClient client(Endpoint endpoint, Duration connectTimeout) throws Unreached {
        HttpClient.Builder builder = factory.newBuilder();
        builder.tag(new RequestConfigBuilder()
                .withRequestRetryBackoffLimit(0)
                .withRequestTimeout(0)
                .build());
        builder.connectTimeout(connectTimeout.toMillis(), TimeUnit.MILLISECONDS).authenticatorNone();
        builder.proxyType(HttpClient.ProxyType.DIRECT); // never the one of system properties
        endpoint.proxy()
                .ifPresent(proxy -> builder.proxyType(HttpClient.ProxyType.HTTP)
                        .proxyAddress(InetSocketAddress.createUnresolved(proxy.getHost(), port(proxy))));
        // JDK 17 hangs now and then when it offers to upgrade to HTTP/2; and on HTTP/2 it drops the answer when the
        // server
        // ends the line after it, as an API server does with each 401
        builder.preferHttp11();
        if (endpoint.clearText()) {
            return builder.build();
        }
        Optional<ClientCertificate> given = endpoint.credential().certificate();
        try {
            return builder.sslContext(Tls.identity(endpoint.certificate().or(() -> given)), Tls.trust(endpoint))
                    .build();
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new Unreached(
                    "the certificates for " + endpoint.server() + " in the kubeconfig cannot be used: "
                            + e.getMessage(),
                    false);
        }
    }

    private static int port(URI proxy) {
        return proxy.getPort() > 0 ? proxy.getPort() : 3128;
    }
}
