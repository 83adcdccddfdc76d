// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import io.shakebook.engine.source.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * The one place where requests leave. Every call has its own deadline for the whole answer, headers and body; nothing is
 * sent twice and no redirect is followed. Opening it contacts nobody, but may run the command that a
 * certificate comes from.
 */
public final class Wire implements Requests, AutoCloseable {
    /** The client drops what we no longer wait for a little later, so that our own words come first. */
    private static final Duration CLEAN_UP = Duration.ofSeconds(1);

    private final Endpoint endpoint;
    private final ExecutorService threads = Executors.newCachedThreadPool(Wire::daemon);
    private final Pool pool;
    private final Optional<Addresses> addresses;
    private volatile boolean closed;
    private volatile boolean met;
    private volatile String refused = "";

    /** @throws Unreached if the endpoint's certificates or keys cannot be read */
    public Wire(Endpoint endpoint, Duration connectTimeout) throws Unreached {
        this(endpoint, connectTimeout, InetAddress::getAllByName);
    }

    Wire(Endpoint endpoint, Duration connectTimeout, Addresses.Names names) throws Unreached {
        this.endpoint = endpoint;
        this.addresses = endpoint.proxy().isEmpty() && Addresses.named(endpoint.server())
                ? Optional.of(new Addresses(
                        endpoint.server(), endpoint.otherName().isPresent(), names, connectTimeout, threads))
                : Optional.empty();
        this.pool = new Pool(client(endpoint, connectTimeout, threads));
    }

    @Override
    public Answer send(Call call, Duration deadline) throws Unreached {
        HttpResponse<Whole> answer = exchange(call, new Whole(), deadline);
        if (answer.statusCode() == 401) {
            refused = answer.request().headers().firstValue("Authorization").orElse("");
            demandCurrent(refused);
        }
        HttpHeaders headers = answer.headers();
        Optional<Duration> retryAfter = RetryAfter.of(
                headers.firstValue("Retry-After").orElse(null),
                headers.firstValue("Date").orElse(null));
        return new Answer(
                answer.statusCode(),
                retryAfter,
                Warnings.of(headers.allValues("Warning")),
                movedTo(answer),
                answer.body().text());
    }

    /** A server says no more than that it does not know us. @throws Unreached if our certificate is why; nothing was done */
    private void demandCurrent(String header) throws Unreached {
        Optional<String> over = header.isEmpty() ? endpoint.certificate().flatMap(Tls::expired) : Optional.empty();
        if (over.isPresent()) {
            throw new Unreached(
                            "the client certificate in the kubeconfig for " + endpoint.server() + " has expired ("
                                    + over.get() + "; answer 401): put a new one there",
                            false)
                    .unsent();
        }
    }

    @Override
    public boolean renew() {
        return !refused.isEmpty() && endpoint.credential().renew(refused);
    }

    /**
     * Hands on each line of an endless answer, in another thread, until it ends; then returns its status code.
     *
     * @param deadline longest wait for the end
     * @throws Unreached if the answer breaks off; the lines until then have been handed on
     */
    public int stream(Call call, Consumer<String> line, Duration deadline) throws Unreached {
        return exchange(call, new Lines(line), deadline).statusCode();
    }

    @Override
    public void close() {
        closed = true;
        pool.end();
        threads.shutdown();
    }

    /**
     * Where no connection comes about, nothing was sent, so that another address of the server may be tried: at once if that
     * took no time, by the next request otherwise.
     */
    private <T extends Sink> HttpResponse<T> exchange(Call call, T sink, Duration deadline) throws Unreached {
        for (boolean again = false; ; again = true) {
            if (closed) {
                throw new Unreached("the clusters are closed already", false).unsent();
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new Unreached("interrupted", false).unsent();
            }
            URI base = base(deadline);
            try {
                return exchange(request(call, base, deadline), sink, deadline);
            } catch (ExecutionException e) {
                boolean elsewhere = addresses.isPresent()
                        && Words.unconnected(e)
                        && addresses.get().dead(base);
                if (again || !elsewhere || Words.slow(e)) {
                    throw Words.of(e, endpoint, met);
                }
            }
        }
    }

    private URI base(Duration deadline) throws Unreached {
        if (addresses.isEmpty()) {
            return endpoint.server();
        }
        try {
            return addresses.get().base().get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Unreached("no connection in time to " + endpoint.way(), false).unsent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreached("interrupted", false).unsent();
        } catch (ExecutionException e) {
            throw Words.of(e, endpoint, met);
        }
    }

    /** The JDK's own deadline ends at the headers, so the wait for the whole is ours. */
    private <T extends Sink> HttpResponse<T> exchange(HttpRequest request, T sink, Duration deadline)
            throws Unreached, ExecutionException {
        Body<T> body = new Body<>(sink);
        HttpClient client = pool.client();
        CompletableFuture<HttpResponse<T>> whole = client.sendAsync(request, head -> body);
        try {
            HttpResponse<T> answer = whole.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            demandThrough(answer);
            met = true;
            return answer;
        } catch (TimeoutException e) {
            whole.cancel(true);
            body.cancel();
            pool.silent(client);
            throw new Unreached("no whole answer within " + Words.of(deadline) + " from " + endpoint.server(), true);
        } catch (InterruptedException e) {
            whole.cancel(true);
            body.cancel();
            Thread.currentThread().interrupt();
            throw new Unreached("interrupted", false);
        }
    }

    /** The JDK hands on what a proxy says in place of opening the way as if it were the server's answer, without a body. */
    private void demandThrough(HttpResponse<?> answer) throws Unreached {
        if (answer.statusCode() == 407 && endpoint.proxy().isPresent()) {
            throw new Unreached(
                            endpoint.way() + " wants a password (answer 407), which is not supported: use a proxy"
                                    + " without one in the kubeconfig's proxy-url",
                            false)
                    .unsent();
        }
    }

    private HttpRequest request(Call call, URI base, Duration deadline) throws Unreached {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + call.target()))
                .header("Accept", "application/json")
                .header("User-Agent", "shakebook")
                .timeout(deadline.plus(CLEAN_UP));
        if (!base.equals(endpoint.server())) {
            request.header("Host", endpoint.server().getRawAuthority());
        }
        Optional<String> credential = credential();
        try {
            credential.ifPresent(value -> request.header("Authorization", value));
        } catch (IllegalArgumentException e) { // its message is the credential
            throw new Unreached(
                            "the credential for " + endpoint.server() + " has a character that no header may have",
                            false)
                    .unsent();
        }
        if (!call.contentType().isEmpty()) {
            request.header("Content-Type", call.contentType())
                    .method(call.method(), BodyPublishers.ofString(Json.line(call.body())));
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
        Optional<String> location = answer.headers().firstValue("Location");
        if (answer.statusCode() < 300 || answer.statusCode() > 399 || location.isEmpty()) {
            return "";
        }
        try {
            URI target = URI.create(location.get());
            return target.getHost() == null ? "another path" : target.getScheme() + "://" + target.getAuthority();
        } catch (IllegalArgumentException e) {
            return "another address";
        }
    }

    /**
     * Without an authenticator, a cookie store or a proxy of the surroundings: it has none that it is not given.
     *
     * <p>JDK 17 hangs now and then when it offers to upgrade to HTTP/2; and on HTTP/2 it drops the answer when the server
     * ends the line after it, as an API server does with each 401.
     */
    private static HttpClient.Builder client(Endpoint endpoint, Duration connectTimeout, Executor threads)
            throws Unreached {
        askOnlyOnce();
        Pool.dropIdleLines();
        HttpClient.Builder builder = HttpClient.newBuilder()
                .executor(threads)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .proxy(endpoint.proxy().map(Wire::proxy).orElse(HttpClient.Builder.NO_PROXY));
        try {
            SSLContext context = endpoint.clearText() ? Tls.none() : context(endpoint);
            return builder.sslContext(context).sslParameters(Tls.parameters(context, name(endpoint)));
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new Unreached(
                    "the certificates for " + endpoint.server() + " in the kubeconfig cannot be used: "
                            + e.getMessage(),
                    false);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "answers");
        thread.setDaemon(true);
        return thread;
    }

    private static SSLContext context(Endpoint endpoint) throws Unreached, GeneralSecurityException, IOException {
        Optional<Endpoint.ClientCertificate> given = endpoint.credential().certificate();
        SSLContext context = Tls.context(endpoint, endpoint.certificate().or(() -> given));
        return name(endpoint).map(name -> ByName.of(context, name)).orElse(context);
    }

    /** What the certificate must be of, where the address alone does not say it. */
    private static Optional<String> name(Endpoint endpoint) {
        return endpoint.otherName()
                .or(() -> Optional.of(endpoint.server().getHost()).filter(host -> Addresses.named(endpoint.server())));
    }

    /**
     * The JDK's client by itself asks a second time when a connection closes without an answer, or is refused. It can only
     * be told by properties, which it reads when it is first used. We have our own retries, which count. Who uses that client
     * before this one, as tests do, sets them on the command line.
     */
    private static void askOnlyOnce() {
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
        System.setProperty("jdk.httpclient.disableRetryConnect", "true");
        System.setProperty(
                "jdk.httpclient.allowRestrictedHeaders", "host"); // of a server that is reached by an address
    }

    private static ProxySelector proxy(URI proxy) {
        int port = proxy.getPort() > 0 ? proxy.getPort() : 3128;
        return ProxySelector.of(InetSocketAddress.createUnresolved(proxy.getHost(), port));
    }
}
