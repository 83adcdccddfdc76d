// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.http;

import com.sun.net.httpserver.HttpExchange;
import io.shakebook.embedded.json.InvalidJson;
import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.json.Yaml;
import io.shakebook.embedded.registry.ApiFailure;
import io.shakebook.embedded.registry.WriteOptions;
import io.shakebook.embedded.registry.WriteOptions.Validation;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A request as the handlers need it: method, path, query, body. */
record Incoming(
        String method,
        List<String> path,
        ObjectNode query,
        String contentType,
        String accept,
        String agent,
        byte[] body) {

    private static final int LARGEST_BODY = 3 * 1024 * 1024;

    static Incoming of(HttpExchange exchange) throws IOException {
        List<String> path = Arrays.stream(exchange.getRequestURI().getRawPath().split("/"))
                .filter(part -> !part.isEmpty())
                .map(Incoming::decoded)
                .toList();
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            // a client that is still sending would not see an answer
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            throw ApiFailure.tooLarge(LARGEST_BODY);
        }
        return new Incoming(
                exchange.getRequestMethod(),
                path,
                query(exchange),
                header(exchange, "Content-Type"),
                header(exchange, "Accept"),
                header(exchange, "User-Agent"),
                body);
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static ObjectNode query(HttpExchange exchange) {
        ObjectNode query = Json.object();
        String raw = exchange.getRequestURI().getRawQuery();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                query.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiFailure.badRequest("cannot decode '" + part + "': " + e.getMessage());
        }
    }

    String query(String name) {
        return Json.text(query, name);
    }

    /** The body as a tree; an empty one is an empty object. */
    JsonNode tree() {
        if (body.length == 0) {
            return Json.object();
        }
        if (contentType.contains("protobuf")) {
            throw ApiFailure.protobuf();
        }
        try {
            return Json.parse(body);
        } catch (InvalidJson e) {
            throw ApiFailure.badRequest("couldn't get version/kind; json parse error: " + e.getMessage());
        }
    }

    /** Clients may send either as apply-patch+yaml. */
    JsonNode yamlOrJson() {
        try {
            return Yaml.parse(new String(body, StandardCharsets.UTF_8));
        } catch (InvalidJson e) {
            throw ApiFailure.badRequest("error decoding YAML: " + e.getMessage());
        }
    }

    ObjectNode object() {
        JsonNode tree = contentType.contains("yaml") ? yamlOrJson() : tree();
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw ApiFailure.badRequest("the body of the request is not a JSON object");
    }

    boolean asTable() {
        return accept.contains("as=Table");
    }

    WriteOptions writeOptions(boolean apply) {
        String dryRun = query("dryRun");
        if (!dryRun.isEmpty() && !dryRun.equals("All")) {
            throw ApiFailure.unknownOption("CreateOptions", "dryRun", dryRun, "\"All\"");
        }
        String manager = query("fieldManager");
        if (manager.isEmpty() && !apply) {
            manager = agent.split("/", 2)[0];
        }
        Validation validation = switch (query("fieldValidation")) {
            case "Strict" -> Validation.STRICT;
            case "Ignore" -> Validation.IGNORE;
            default -> Validation.WARN;
        };
        return new WriteOptions(
                manager.isEmpty() && !apply ? "unknown" : manager,
                !dryRun.isEmpty(),
                query("force").equals("true"),
                validation);
    }
}
