// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import io.shakebook.engine.source.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads journals. A last line that was cut off, or written twice, is what a crash leaves and is passed over; anything else
 * that does not fit is refused.
 */
public final class JournalReader {

    private JournalReader() {}

    /**
     * @throws IOException if the file cannot be read
     * @throws Journal.Corrupt if a line is missing, was changed, or is not known to this version
     */
    public static Journal read(Path file) throws IOException, Journal.Corrupt {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException(file + " is no regular file");
        }
        return scan(file, Files.readAllBytes(file)).journal();
    }

    /**
     * What a writer needs to go on.
     *
     * @param intact length of the part of the file that is to be kept, in bytes
     * @param hash of the last line that was kept
     */
    record Scan(Journal journal, long intact, String hash) {}

    /** @param file for the messages */
    static Scan scan(Path file, byte[] content) throws Journal.Corrupt {
        List<String> lines = new ArrayList<>(List.of(new String(content, StandardCharsets.UTF_8).split("\n", -1)));
        boolean torn = dropTorn(lines);
        dropRepeated(lines);
        List<Journal.Entry> entries = new ArrayList<>();
        String hash = JournalLine.NONE;
        long intact = 0;
        for (String line : lines) {
            try {
                entries.add(entry(line, hash, entries.size() + 1));
            } catch (JsonObject.Misfit e) {
                throw new Journal.Corrupt(file + ", line " + (entries.size() + 1) + ": " + e.getMessage());
            }
            hash = JournalLine.hash(line);
            intact += line.getBytes(StandardCharsets.UTF_8).length + 1;
        }
        return new Scan(new Journal(entries, torn), intact, hash);
    }

    /** Drops what follows the last line break, and a last line that is not even the start of an event (a lost block). */
    private static boolean dropTorn(List<String> lines) {
        boolean torn = !lines.remove(lines.size() - 1).isEmpty();
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).startsWith("{")) {
            lines.remove(lines.size() - 1);
            torn = true;
        }
        return torn;
    }

    private static void dropRepeated(List<String> lines) {
        int last = lines.size() - 1;
        if (last > 0 && lines.get(last).equals(lines.get(last - 1))) {
            lines.remove(last);
        }
    }

    private static Journal.Entry entry(String line, String hash, long number) throws JsonObject.Misfit {
        JournalLine.Parsed parsed = JournalLine.parse(line);
        if (parsed.entry().number() != number) {
            throw new JsonObject.Misfit("it has the number " + parsed.entry().number() + " and should be " + number);
        }
        if (!parsed.prev().equals(hash)) {
            throw new JsonObject.Misfit("the line before it was changed after it was written");
        }
        return parsed.entry();
    }
}
