// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.http;

import com.sun.net.httpserver.HttpServer;
import io.shakebook.embedded.registry.Registry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** The listening server: loopback only, plain HTTP, no authentication; all its threads are daemons. */
public final class ApiServer implements AutoCloseable {
    private static final long DRAIN_MILLIS = 2_000;
    private static final int BACKLOG = 128;

    private final HttpServer server;
    private final Router router;
    private final ExecutorService threads;

    private ApiServer(HttpServer server, Router router, ExecutorService threads) {
        this.server = server;
        this.router = router;
        this.threads = threads;
    }

    /**
     * Listens on a free port and answers from then on.
     *
     * @param logs what a pod has written so far
     * @param audit file that is added to at each request that could change something
     * @param idHeader, id a header that all answers carry, by which this server is recognised
     */
    public static ApiServer start(
            Registry registry, Function<ObjectNode, String> logs, Path audit, String idHeader, String id)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), BACKLOG);
        Router router = new Router(registry, logs, new AuditLog(audit, registry.stamps()::instant));
        ExecutorService threads = Executors.newCachedThreadPool(work -> daemon(work, "embedded-cluster"));
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set(idHeader, id);
            router.handle(exchange);
        });
        server.setExecutor(threads);
        startFromDaemon(server);
        return new ApiServer(server, router, threads);
    }

    /** The server's own dispatcher thread is a daemon only if the thread that starts it is one. */
    private static void startFromDaemon(HttpServer server) {
        CountDownLatch started = new CountDownLatch(1);
        daemon(
                        () -> {
                            server.start();
                            started.countDown();
                        },
                        "embedded-cluster-start")
                .start();
        try {
            started.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Gives requests that are being answered a short time to end; watches are cut. */
    @Override
    public void close() {
        try {
            router.drain(DRAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
        threads.shutdown();
    }
}
