// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;

/**
 * A journal as a file of JSON lines that only its owner can read. Every event is handed to the operating system at once;
 * an intent, an answer of a person and the end are on disk when {@link #append} returns. If a line cannot be written whole,
 * nothing of it stays. Only one instance at a time can write a run's journal.
 */
public final class FileJournal implements RunJournal, AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final Clock clock;
    private long number;
    private String prev;

    /** A journal that is ready for its next line, and what it says so far. */
    public record Reopened(FileJournal journal, Journal said) {}

    FileJournal(Path file, FileChannel channel, Clock clock, long number, String prev) {
        this.file = file;
        this.channel = channel;
        this.clock = clock;
        this.number = number;
        this.prev = prev;
    }

    /** Where the journal of a run lies. @throws IllegalArgumentException if the id could name a file elsewhere */
    public static Path file(Path folder, String run) {
        if (!run.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,80}")) {
            throw new IllegalArgumentException("not the id of a run: \"" + run + "\"");
        }
        return folder.resolve(run + ".jsonl");
    }

    /**
     * Starts the journal of a new run; makes the folder if it is missing.
     *
     * @throws IOException if it cannot be made or is there already; the message names the file
     */
    public static FileJournal create(Path folder, String run, Clock clock) throws IOException {
        Path file = file(folder, run);
        try {
            Files.createDirectories(folder, owner(folder, "rwx------"));
            FileChannel channel = FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner(folder, "rw-------"));
            syncFolder(folder);
            return locked(new FileJournal(file, channel, clock, 0, JournalLine.NONE));
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /**
     * Goes on with the journal of an earlier process, from its last whole line.
     *
     * @throws IOException if it cannot be opened, or another process writes it ({@link Busy}); the message names the file
     * @throws Journal.Corrupt if it was changed after it was written
     */
    public static Reopened reopen(Path folder, String run, Clock clock) throws IOException, Journal.Corrupt {
        Path file = file(folder, run);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileJournal journal = locked(new FileJournal(file, channel, clock, 0, JournalLine.NONE));
            try {
                return new Reopened(journal, journal.readFromStart());
            } catch (IOException | Journal.Corrupt | RuntimeException e) {
                journal.close();
                throw e;
            }
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /** Through the channel that holds the lock: on POSIX systems closing any other one of this file would end the lock. */
    private Journal readFromStart() throws IOException, Journal.Corrupt {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            continue;
        }
        JournalReader.Scan scan = JournalReader.scan(file, Arrays.copyOf(bytes.array(), bytes.position()));
        number = scan.journal().entries().size();
        prev = scan.hash();
        channel.truncate(scan.intact()).position(scan.intact());
        return scan.journal();
    }

    public Path file() {
        return file;
    }

    @Override
    public synchronized void append(RunEvent event) throws IOException {
        String line = JournalLine.of(number + 1, clock.instant(), event, prev);
        try {
            write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            if (mustLast(event)) {
                channel.force(false);
            }
        } catch (IOException e) {
            throw failed(file, e);
        }
        number++;
        prev = JournalLine.hash(line);
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }

    private void write(ByteBuffer bytes) throws IOException {
        long before = channel.position();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            takeBack(before, e);
            throw e;
        }
    }

    /** If even that fails, nothing more can be written: a line after half a line would make both unreadable. */
    private void takeBack(long before, IOException cause) throws IOException {
        try {
            channel.truncate(before).position(before);
        } catch (IOException e) {
            cause.addSuppressed(e);
            channel.close();
        }
    }

    private static boolean mustLast(RunEvent event) {
        return event instanceof RunEvent.ChangeIntended
                || event instanceof RunEvent.Confirmed
                || event instanceof RunEvent.RunStarted
                || event instanceof RunEvent.Resumed
                || event instanceof RunEvent.RunEnded;
    }

    private static FileJournal locked(FileJournal journal) throws IOException {
        boolean locked = false;
        try {
            locked = journal.channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            throw new Busy("this process writes it already", e);
        } finally {
            if (!locked) {
                journal.channel.close();
            }
        }
        if (!locked) {
            throw new Busy("another process writes it");
        }
        return journal;
    }

    /** A new file is on disk only if its folder's entry is, too. */
    static void syncFolder(Path folder) throws IOException {
        if (posix(folder)) {
            try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }

    static FileAttribute<?>[] owner(Path folder, String permissions) {
        return posix(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static IOException failed(Path file, IOException e) {
        String why = e instanceof FileAlreadyExistsException
                ? "it is there already"
                : e instanceof FileSystemException system && system.getReason() != null
                        ? system.getReason()
                        : e.getClass().equals(IOException.class) || e instanceof Busy
                                ? e.getMessage()
                                : e.getClass().getSimpleName();
        String message = "cannot write the journal " + file + ": " + why;
        return e instanceof Busy ? new Busy(message, e) : new IOException(message, e);
    }
}
