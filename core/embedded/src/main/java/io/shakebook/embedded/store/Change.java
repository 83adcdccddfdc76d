// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.store;

import io.shakebook.embedded.json.InvalidJson;
import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import io.shakebook.embedded.kind.Kinds;
import io.shakebook.embedded.kind.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of the state file: a checksum and what is at a place since a version (nothing: deleted).
 * Applying a line twice is harmless.
 */
record Change(long version, ObjectKey key, Optional<ObjectNode> object) {

    byte[] line() {
        ObjectNode record = Json.object()
                .put("version", version)
                .put("apiVersion", key.kind().apiVersion())
                .put("kind", key.kind().name())
                .put("namespace", key.namespace())
                .put("name", key.name());
        object.ifPresent(tree -> record.set("object", tree));
        return withChecksum(record);
    }

    static byte[] withChecksum(JsonNode record) {
        byte[] json = Json.bytes(record);
        byte[] sum = checksum(json).getBytes(StandardCharsets.US_ASCII);
        byte[] line = new byte[sum.length + 1 + json.length + 1];
        System.arraycopy(sum, 0, line, 0, sum.length);
        line[sum.length] = ' ';
        System.arraycopy(json, 0, line, sum.length + 1, json.length);
        line[line.length - 1] = '\n';
        return line;
    }

    /** The record in a line without its line end; empty if checksum or content is not right. */
    static Optional<JsonNode> verified(byte[] line) {
        if (line.length < 10 || line[8] != ' ') {
            return Optional.empty();
        }
        byte[] json = java.util.Arrays.copyOfRange(line, 9, line.length);
        if (!checksum(json).equals(new String(line, 0, 8, StandardCharsets.US_ASCII))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.parse(json));
        } catch (InvalidJson e) {
            return Optional.empty();
        }
    }

    /** Empty if the record names a kind that this version does not serve. */
    static Optional<Change> read(JsonNode record, Kinds kinds) {
        Optional<Kind> kind = kinds.byName(Json.text(record, "apiVersion"), Json.text(record, "kind"));
        return kind.map(found -> new Change(
                Json.number(record, 0, "version"),
                new ObjectKey(found, Json.text(record, "namespace"), Json.text(record, "name")),
                record.path("object") instanceof ObjectNode object ? Optional.of(object) : Optional.empty()));
    }

    private static String checksum(byte[] json) {
        CRC32 crc = new CRC32();
        crc.update(json);
        return String.format("%08x", crc.getValue());
    }
}
