// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * Speaks raw HTTP/1.1 with an API server. Paths start with a slash and may carry a query; bodies may be relaxed JSON, see
 * {@link Json}. May be used by many threads. A request that is not answered in 20 s fails the test.
 */
public final class ApiClient {
    public static final String JSON = "application/json";
    public static final String MERGE_PATCH = "application/merge-patch+json";
    public static final String STRATEGIC_MERGE_PATCH = "application/strategic-merge-patch+json";
    public static final String JSON_PATCH = "application/json-patch+json";
    public static final String APPLY = "application/apply-patch+yaml";

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final ApiServer server;
    private final HttpClient http;

    public ApiClient(ApiServer server) {
        this.server = server;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT);
        server.tls().ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    public Answer get(String path) {
        return send("GET", path, Map.of(), "");
    }

    /** GET that asks for another representation than JSON. */
    public Answer get(String path, String accept) {
        return send("GET", path, Map.of("Accept", accept), "");
    }

    public Answer post(String path, String body) {
        return send("POST", path, Map.of("Content-Type", JSON), Json.strict(body));
    }

    public Answer put(String path, String body) {
        return send("PUT", path, Map.of("Content-Type", JSON), Json.strict(body));
    }

    /** PATCH of one of the content types above. */
    public Answer patch(String contentType, String path, String body) {
        return send("PATCH", path, Map.of("Content-Type", contentType), Json.strict(body));
    }

    /** Server-side apply as this field manager. */
    public Answer apply(String manager, String path, String body) {
        return patch(APPLY, with(path, "fieldManager", manager), body);
    }

    /** Server-side apply as this field manager that takes fields from whoever owns them. */
    public Answer applyByForce(String manager, String path, String body) {
        return apply(manager, with(path, "force", "true"), body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, Map.of(), "");
    }

    /** DELETE with DeleteOptions, such as preconditions. */
    public Answer delete(String path, String options) {
        return send("DELETE", path, Map.of("Content-Type", JSON), Json.strict(options));
    }

    /** Any request with the body exactly as given; an empty body is sent as none. */
    public Answer send(String method, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = request(path)
                .timeout(TIMEOUT)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            String contentType = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    method + " " + path,
                    response.statusCode(),
                    contentType,
                    Json.read(response.body()),
                    response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + path, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + method + " " + path, interrupted);
        }
    }

    /** Opens a watch on a collection; the path may carry a resourceVersion and selectors. Close it. */
    public Watch watch(String path) {
        return Watch.open(http, request(with(path, "watch", "true")).build());
    }

    /** The path with one more query parameter. */
    public static String with(String path, String parameter, String value) {
        String encoded = parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return path + (path.contains("?") ? "&" : "?") + encoded;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri() + path));
        server.headers().forEach(request::header);
        return request;
    }
}
