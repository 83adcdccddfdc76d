// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One request to an API server, as data. Does not show its body, which may hold a secret.
 *
 * @param path from the server's root, escaped: {@code /api/v1/namespaces}
 * @param contentType empty if there is no body
 */
public record Call(
        String method, String path, Map<String, String> query, String contentType, Map<String, Object> body) {
    /** Who am I, and may I: questions that are sent by POST and stored nowhere. */
    private static final Set<String> REVIEWS = Set.of(
            "/apis/authentication.k8s.io/v1/selfsubjectreviews",
            "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews");

    private static final List<String> DRY_RUN = List.of("All");

    public Call {
        query = Map.copyOf(query);
    }

    public static Call get(String path, Map<String, String> query) {
        return new Call("GET", path, query, "", Map.of());
    }

    public static Call apply(String path, Map<String, String> query, Map<String, Object> body) {
        return new Call("PATCH", path, query, "application/apply-patch+yaml", body);
    }

    /** @param path of one of the reviews that change nothing */
    public static Call review(String path, Map<String, Object> body) {
        return new Call("POST", path, Map.of(), "application/json", body);
    }

    /** @param options a DeleteOptions; with a body the server reads options from nowhere else */
    public static Call delete(String path, Map<String, Object> options) {
        return new Call("DELETE", path, Map.of(), "application/json", options);
    }

    /** Whether the request leaves the cluster as it is, so that it may be sent twice and by the planning client. */
    public boolean changesNothing() {
        return switch (method) {
            case "GET" -> true;
            case "PATCH" -> DRY_RUN.get(0).equals(query.get("dryRun"));
            case "DELETE" -> DRY_RUN.equals(body.get("dryRun"));
            case "POST" -> REVIEWS.contains(path);
            default -> false;
        };
    }

    /**
     * Whether the server answers by itself. A write, and its dry run, wait for the webhooks of the cluster, each for 10 s if
     * nothing else is said of it.
     */
    boolean answeredAtOnce() {
        return method.equals("GET") || method.equals("POST");
    }

    /** Path and query. */
    public String target() {
        String all = query.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(parameter -> parameter.getKey() + "=" + escaped(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return all.isEmpty() ? path : path + "?" + all;
    }

    /** One part of a path or a value of a query. */
    public static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return method + " " + target();
    }
}
