// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.http;

import io.shakebook.embedded.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells afterwards who wrote what: one line of JSON for each request that could change something, before it is answered.
 * Names and paths only, never a body. Dry runs and access reviews change nothing and are left out.
 */
final class AuditLog {
    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final Path file;
    private final Supplier<Instant> now;

    AuditLog(Path file, Supplier<Instant> now) {
        this.file = file;
        this.now = now;
    }

    synchronized void note(Incoming request, int code) {
        boolean review = request.path().stream().anyMatch(part -> part.endsWith("reviews"));
        if (!WRITING.contains(request.method()) || review || dry(request)) {
            return;
        }
        ObjectNode line = Json.object()
                .put("at", now.get().toString())
                .put("verb", request.method())
                .put("path", "/" + String.join("/", request.path()))
                .put("manager", request.query("fieldManager"))
                .put("code", code);
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            return; // the state itself cannot be written then, and the answer says so
        }
    }

    private static boolean dry(Incoming request) {
        boolean inBody = request.method().equals("DELETE")
                && new String(request.body(), StandardCharsets.UTF_8).contains("dryRun");
        return request.query("dryRun").equals("All") || inBody;
    }
}
