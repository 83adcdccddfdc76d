// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kinds;
import io.shakebook.embedded.registry.ApiFailure;
import io.shakebook.embedded.registry.Registry;
import io.shakebook.embedded.registry.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends every request to the part that answers it; each failure becomes a Status. */
final class Router implements HttpHandler {
    private static final long LONGEST_WATCH_SECONDS = 3_600;
    private static final int PLACES = 1_000;

    private final Registry registry;
    private final Kinds kinds;
    private final Tables tables;
    private final Verbs verbs;
    private final Discovery discovery;
    private final OpenApi openApi;
    private final AuditLog audit;
    private final Semaphore places = new Semaphore(PLACES);

    Router(Registry registry, Function<ObjectNode, String> logs, AuditLog audit) {
        this.audit = audit;
        this.registry = registry;
        this.kinds = registry.kinds();
        this.tables = new Tables(registry.stamps());
        this.verbs = new Verbs(registry, tables, logs);
        this.discovery = new Discovery(kinds);
        this.openApi = new OpenApi(kinds);
    }

    /** Waits until no request is being answered, watches not counted; no other is answered then. */
    void drain(long millis) throws InterruptedException {
        places.tryAcquire(PLACES, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            if (exchange.getRequestHeaders().containsKey("Upgrade")
                    && "websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Upgrade"))) {
                // Clients that try a web socket first take this as "use an ordinary watch".
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            Incoming request = Incoming.of(exchange);
            if (request.query("watch").equals("true") || request.query("watch").equals("1")) {
                watch(exchange, request);
            } else {
                answer(exchange, request);
            }
        } catch (ApiFailure e) {
            Reply.json(e.code(), e.status()).send(exchange);
        } finally {
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange, Incoming request) throws IOException {
        places.acquireUninterruptibly();
        try {
            Reply reply = reply(request);
            audit.note(request, reply.code());
            reply.send(exchange);
        } finally {
            places.release();
        }
    }

    private Reply reply(Incoming request) {
        try {
            return route(request);
        } catch (ApiFailure e) {
            return Reply.json(e.code(), e.status());
        } catch (UncheckedIOException e) {
            ApiFailure failure = ApiFailure.internal("the state cannot be written: " + e.getCause());
            return Reply.json(failure.code(), failure.status());
        } catch (RuntimeException e) {
            ApiFailure failure = ApiFailure.internal(e + " (a bug in the embedded server; please report it)");
            return Reply.json(failure.code(), failure.status());
        }
    }

    private Reply route(Incoming request) {
        List<String> path = request.path();
        return switch (path.isEmpty() ? "" : path.get(0)) {
            case "" -> Reply.json(200, paths());
            case "version" -> Reply.json(200, Discovery.version());
            case "healthz", "readyz", "livez" -> Reply.text("ok");
            case "api" -> core(request, path);
            case "apis" -> groups(request, path);
            case "openapi" -> openApi(path);
            default -> throw ApiFailure.noSuchPath();
        };
    }

    private static ObjectNode paths() {
        ObjectNode root = Json.object();
        ArrayNode paths = root.putArray("paths");
        List.of("/api", "/api/v1", "/apis", "/healthz", "/livez", "/openapi/v3", "/readyz", "/version")
                .forEach(paths::add);
        return root;
    }

    private Reply core(Incoming request, List<String> path) {
        if (path.size() == 1) {
            return Reply.json(200, Discovery.coreVersions());
        }
        return resource(request, path.get(1), path.subList(2, path.size()));
    }

    private Reply groups(Incoming request, List<String> path) {
        return switch (path.size()) {
            case 1 -> Reply.json(200, discovery.groups());
            case 2 -> Reply.json(200, discovery.group(path.get(1)));
            default -> resource(request, path.get(1) + "/" + path.get(2), path.subList(3, path.size()));
        };
    }

    private Reply resource(Incoming request, String apiVersion, List<String> rest) {
        if (rest.isEmpty()) {
            return Reply.json(200, discovery.resources(apiVersion));
        }
        return verbs.handle(request, ResourcePath.of(kinds, apiVersion, rest));
    }

    private Reply openApi(List<String> path) {
        if (path.size() >= 2 && path.get(1).equals("v3")) {
            return switch (path.size()) {
                case 2 -> Reply.json(200, openApi.index());
                case 4 -> Reply.json(200, openApi.document(path.get(3)));
                case 5 -> Reply.json(200, openApi.document(path.get(3) + "/" + path.get(4)));
                default -> throw ApiFailure.noSuchPath();
            };
        }
        throw ApiFailure.noSuchPath();
    }

    private void watch(HttpExchange exchange, Incoming request) throws IOException {
        List<String> path = request.path();
        boolean core = !path.isEmpty() && path.get(0).equals("api");
        if (path.size() < (core ? 3 : 4)) {
            throw ApiFailure.noSuchPath();
        }
        String apiVersion = core ? path.get(1) : path.get(1) + "/" + path.get(2);
        ResourcePath resource = ResourcePath.of(kinds, apiVersion, path.subList(core ? 2 : 3, path.size()));
        UnaryOperator<ObjectNode> view =
                request.asTable() ? object -> tables.of(resource.kind(), object) : object -> object;
        long seconds = Json.number(request.query(), LONGEST_WATCH_SECONDS, "timeoutSeconds");
        Selection selection = Verbs.watched(request, resource);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        // newer JDKs keep the head back until the first byte of a body, which a quiet watch does not have
        exchange.getResponseBody().flush();
        try {
            new WatchStream(
                            registry,
                            selection,
                            request.query("allowWatchBookmarks").equals("true"),
                            view,
                            exchange.getResponseBody())
                    .run(
                            request.query("resourceVersion"),
                            request.query("sendInitialEvents").equals("true"),
                            Math.min(seconds, LONGEST_WATCH_SECONDS) * 1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
