// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.http;

import com.sun.net.httpserver.HttpExchange;
import io.shakebook.embedded.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An answer that is known as a whole. */
record Reply(int code, String contentType, byte[] body, List<String> warnings) {

    static Reply json(int code, JsonNode tree) {
        return new Reply(code, "application/json", Json.bytes(tree), List.of());
    }

    static Reply text(String text) {
        return new Reply(200, "text/plain", text.getBytes(StandardCharsets.UTF_8), List.of());
    }

    Reply warning(List<String> texts) {
        return new Reply(code, contentType, body, texts);
    }

    void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        for (String warning : warnings) {
            String quoted = warning.replace("\\", "\\\\").replace("\"", "\\\"");
            exchange.getResponseHeaders().add("Warning", "299 - \"" + quoted + "\"");
        }
        exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }
}
