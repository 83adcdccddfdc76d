// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.store;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kinds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The one file with a cluster's state: a header line, then a line per change, appended. Rewritten as a whole
 * (temporary file, then renamed over it) when it is opened and when it has grown far beyond what it holds.
 */
final class StateFile implements AutoCloseable {
    static final String NAME = "state.log";
    private static final String FORMAT = "shakebook-embedded-state";
    private static final int FORMAT_VERSION = 1;
    private static final long SMALL = 4_000_000;

    /** The changes of a file, in order, and the version that had been reached when it was last rewritten. */
    record State(long version, List<Change> changes) {}

    private final Path folder;
    private FileChannel channel;
    private volatile long appended;
    private long rewrittenSize;
    private final Object syncLock = new Object();
    private long synced;

    private StateFile(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static boolean existsIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    /** Replaces the file by these changes and opens it for more. */
    static StateFile write(Path folder, State state) throws IOException {
        Files.createDirectories(folder);
        StateFile file = new StateFile(folder, rewritten(folder, state));
        file.rewrittenSize = file.channel.size();
        return file;
    }

    /**
     * What the file holds. A last line without its end was never acknowledged: it is left out.
     *
     * @throws CorruptState if any other line is not as it was written
     */
    static State read(Path folder, Kinds kinds) throws IOException {
        Path path = folder.resolve(NAME);
        List<byte[]> lines = completeLines(Files.readAllBytes(path));
        if (lines.isEmpty()) {
            throw new CorruptState(path, "it has no header line");
        }
        JsonNode header = header(path, lines.get(0));
        List<Change> changes = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            int number = i + 1;
            JsonNode record = Change.verified(lines.get(i))
                    .orElseThrow(() -> new CorruptState(path, "line " + number + " does not match its checksum"));
            Change.read(record, kinds).ifPresent(changes::add);
        }
        return new State(Json.number(header, 1, "at"), changes);
    }

    private static JsonNode header(Path path, byte[] line) throws CorruptState {
        Optional<JsonNode> header = Change.verified(line);
        if (header.isEmpty() || !Json.text(header.get(), "format").equals(FORMAT)) {
            throw new CorruptState(path, "its first line is not the header of a state file");
        }
        long version = Json.number(header.get(), 0, "version");
        if (version != FORMAT_VERSION) {
            throw new CorruptState(
                    path, "it has format version " + version + ", this program reads version " + FORMAT_VERSION);
        }
        return header.get();
    }

    private static List<byte[]> completeLines(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(java.util.Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        return lines;
    }

    /** Adds a change; it is on disk only after {@link #sync}. One thread at a time. */
    void append(Change change) throws IOException {
        long end = channel.position();
        try {
            writeFully(channel, change.line());
        } catch (IOException e) {
            channel.truncate(end);
            throw e;
        }
        appended++;
    }

    /** Returns when everything appended so far is on disk; callers that wait together share one flush. */
    void sync() throws IOException {
        long wanted = appended;
        synchronized (syncLock) {
            if (synced >= wanted) {
                return;
            }
            long covered = appended;
            channel.force(false);
            synced = covered;
        }
    }

    boolean overgrown() throws IOException {
        return channel.size() > SMALL && channel.size() > 4 * rewrittenSize;
    }

    /** Rewrites the file with just these changes; before the rename the old file is untouched. */
    void rewrite(State state) throws IOException {
        synchronized (syncLock) {
            FileChannel old = channel;
            channel = rewritten(folder, state);
            rewrittenSize = channel.size();
            synced = appended;
            old.close();
        }
    }

    private static FileChannel rewritten(Path folder, State state) throws IOException {
        Path temporary = folder.resolve(NAME + ".new");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(Change.withChecksum(Json.object()
                .put("format", FORMAT)
                .put("version", FORMAT_VERSION)
                .put("at", state.version())));
        for (Change change : state.changes()) {
            all.write(change.line());
        }
        FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        try {
            writeFully(channel, all.toByteArray());
            channel.force(true);
            Files.move(
                    temporary,
                    folder.resolve(NAME),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            syncFolder(folder);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Makes the rename itself durable; not every system can open a folder, and then there is nothing to do. */
    private static void syncFolder(Path folder) {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            return;
        }
    }

    private static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    public void close() throws IOException {
        sync();
        channel.close();
    }
}
