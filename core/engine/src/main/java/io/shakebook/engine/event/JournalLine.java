// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import io.shakebook.engine.source.Json;
import io.shakebook.engine.source.JsonObject;
import io.shakebook.engine.source.JsonReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line of a journal: an event with its number, its time and a hash of the line before. See docs/journal-format.md. */
final class JournalLine {
    /** Stands for the line before the first. */
    static final String NONE = "0";

    private static final int HASH_BYTES = 8;

    private JournalLine() {}

    /** A line as it was read. */
    record Parsed(Journal.Entry entry, String prev) {}

    /** Without its line break. */
    static String of(long number, Instant at, RunEvent event, String prev) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("n", number);
        members.put("at", at.toString());
        members.putAll(EventTree.of(event));
        members.put("prev", prev);
        return Json.line(members);
    }

    /** What the next line says of this one. */
    static String hash(String line) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }

    /** @throws JsonObject.Misfit if it is no line of a journal */
    static Parsed parse(String line) throws JsonObject.Misfit {
        try {
            if (JsonReader.read(line) instanceof Map<?, ?> map) {
                JsonObject json = new JsonObject(map, "");
                long number = json.number("n");
                Instant at = Instant.parse(json.text("at"));
                String prev = json.text("prev");
                return new Parsed(new Journal.Entry(number, at, EventReader.read(json)), prev);
            }
        } catch (JsonReader.Broken | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new JsonObject.Misfit(String.valueOf(e.getMessage()));
        }
        throw new JsonObject.Misfit("it is no JSON object");
    }
}
