// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cached repositories of one ref of one address. Each fetch that finds something new makes a repository of its own
 * and gives it its name when it is whole, so that nobody ever reads a half of one; the one before stays for an hour, for
 * whoever reads it still.
 */
final class CacheEntry {
    private static final String NEW = "new-";
    private static final String WHOLE = "at-";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Path folder;

    private CacheEntry(Path folder) {
        this.folder = folder;
    }

    /** @param cache the folder of all */
    static CacheEntry of(Path cache, RemoteUrl url, TypedRef ref) throws IOException {
        Path folder = cache.resolve(hash(url.shown())).resolve(hash(ref.base()));
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new CacheEntry(folder);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Others wait meanwhile. */
    interface Held extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /** @return empty if another process still holds it when the time is over */
    Optional<Held> lock(Duration longest) throws IOException, InterruptedException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Stopwatch waited = new Stopwatch();
        do {
            if (locked(channel)) {
                return Optional.of(channel::close);
            }
            Stopwatch.pause(POLL);
        } while (waited.passed().compareTo(longest) < 0);
        channel.close();
        return Optional.empty();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException byAnotherThread) {
            return false;
        }
    }

    /** The newest whole repository. */
    Optional<Path> current() throws IOException {
        return repositories(WHOLE).stream().max(Comparator.comparing(CacheEntry::name));
    }

    /** A folder for a repository that nobody sees yet. Needs the lock: what earlier fetches left half done is removed. */
    Path begin() throws IOException {
        for (Path half : repositories(NEW)) {
            delete(half);
        }
        return Files.createTempDirectory(folder, NEW);
    }

    /** Needs the lock. */
    Path publish(Path made, Instant now) throws IOException {
        for (Path old : repositories(WHOLE)) {
            if (Files.getLastModifiedTime(old).toInstant().isBefore(now.minus(KEPT))) {
                delete(old);
            }
        }
        long newest = current()
                .map(one -> Long.parseLong(name(one).substring(WHOLE.length())))
                .orElse(0L);
        long number = Math.max(now.toEpochMilli(), newest + 1);
        Path whole = folder.resolve(WHOLE + "%015d".formatted(number));
        return Files.move(made, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    void forget(Path repository) throws IOException {
        delete(repository);
    }

    private List<Path> repositories(String beginning) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(one -> name(one).startsWith(beginning)).toList();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> inner = Files.list(path)) {
                for (Path one : inner.toList()) {
                    delete(one);
                }
            } catch (NoSuchFileException gone) {
                return;
            }
        }
        Files.deleteIfExists(path);
    }
}
