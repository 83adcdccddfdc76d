// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded;

import io.shakebook.embedded.json.InvalidJson;
import io.shakebook.embedded.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The files of a state folder by which processes find each other: a lock, and where the lock's holder listens. */
final class StateFolder {
    private static final String LOCK = "lock";
    private static final String ENDPOINT = "endpoint.json";
    private static final String STATE = "state.log";
    private static final String SEEDED = "seeded";
    private static final String AUDIT = "audit.log";

    private final Path folder;

    StateFolder(Path folder) {
        this.folder = folder;
    }

    /** Where a process serves the folder, and by which word it is recognised. */
    record Endpoint(URI url, String id) {}

    /** The lock of the process that serves the folder; the system takes it back when the process ends in any way. */
    static final class Lock implements AutoCloseable {
        private final FileChannel channel;

        private Lock(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    Path path() {
        return folder;
    }

    /** Empty if another process (or another part of this one) has it. */
    Optional<Lock> tryLock() throws IOException {
        FileChannel channel = openLock();
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new Lock(channel));
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    private FileChannel openLock() throws IOException {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    IOException unusable(IOException cause) {
        return new IOException(
                "the state folder '" + folder + "' of the embedded cluster cannot be used (" + cause
                        + "). Make it writable, free some space, or choose another folder",
                cause);
    }

    /** The file that tells which requests could have changed something. */
    Path audit() {
        return folder.resolve(AUDIT);
    }

    /** The file with the state. */
    Path state() {
        return folder.resolve(STATE);
    }

    /** Whether there is a state that once was whole: if less than the seed is in it now, it was cut off since. */
    boolean isSeeded() {
        return Files.exists(state()) && Files.exists(folder.resolve(SEEDED));
    }

    void markSeeded() throws IOException {
        if (!Files.exists(folder.resolve(SEEDED))) {
            Files.createFile(folder.resolve(SEEDED));
        }
    }

    void publish(Endpoint endpoint) throws IOException {
        Path temporary = folder.resolve(ENDPOINT + ".new");
        JsonNode tree = Json.object()
                .put("url", endpoint.url().toString())
                .put("id", endpoint.id())
                .put("pid", ProcessHandle.current().pid());
        Files.write(temporary, Json.bytes(tree));
        Files.move(
                temporary,
                folder.resolve(ENDPOINT),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** What the last serving process published; it may be gone since. */
    Optional<Endpoint> published() throws IOException {
        try {
            JsonNode tree = Json.parse(Files.readAllBytes(folder.resolve(ENDPOINT)));
            return Optional.of(new Endpoint(URI.create(Json.text(tree, "url")), Json.text(tree, "id")));
        } catch (NoSuchFileException | InvalidJson e) {
            return Optional.empty();
        }
    }

    void unpublish() throws IOException {
        Files.deleteIfExists(folder.resolve(ENDPOINT));
    }

    /** Deletes the cluster's files, not the folder; only the lock's holder may. */
    void clear(Lock held) throws IOException {
        if (!held.channel.isOpen()) {
            throw new IllegalStateException("the lock was given back");
        }
        for (String name : new String[] {SEEDED, AUDIT, ENDPOINT, ENDPOINT + ".new", STATE, STATE + ".new"}) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }
}
