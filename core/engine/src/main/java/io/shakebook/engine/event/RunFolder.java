// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is kept of runs: of each its journal and, so that it can go on without anything else, its plan as it was
 * approved.
 */
public final class RunFolder {
    private static final String JOURNAL = ".jsonl";

    private final Path folder;
    private final Clock clock;

    /** A run that is taken up again: its journal, locked and ready for the next line, and what it says so far. */
    public record Reopened(FileJournal journal, RunHistory history) {}

    public RunFolder(Path folder, Clock clock) {
        this.folder = requireNonNull(folder, "folder");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Begins a run: its plan is on disk when this returns, its journal is there and empty.
     *
     * @throws IOException if either cannot be written, or the run is there already; the message names the file, and
     *     nothing of the run is left
     * @throws OtherFormat if a newer version of Shakebook keeps its runs here
     */
    public FileJournal begin(String run, String plan) throws IOException, OtherFormat {
        FolderFormat.demand(folder);
        FileJournal journal = FileJournal.create(folder, run, clock);
        try {
            FolderFormat.mark(folder);
            keep(planFile(run), plan);
            return journal;
        } catch (IOException e) {
            journal.close();
            Files.deleteIfExists(journal.file()); // a run without a plan could never go on
            throw FileJournal.failed(planFile(run), e);
        }
    }

    /**
     * Takes up a run again. Nothing is written yet, but that a line which was cut off is taken away.
     *
     * @throws IOException if the journal cannot be opened, or another process writes it ({@link Busy})
     * @throws Journal.Corrupt if it was changed after it was written
     * @throws OtherFormat as above
     */
    public Reopened reopen(String run) throws IOException, Journal.Corrupt, OtherFormat {
        FolderFormat.demand(folder);
        FileJournal.Reopened reopened = FileJournal.reopen(folder, run, clock);
        return new Reopened(reopened.journal(), RunHistory.of(reopened.said()));
    }

    /** What a run's journal says, also while another process writes it. @throws IOException if it cannot be read */
    public Journal journal(String run) throws IOException, Journal.Corrupt {
        return JournalReader.read(FileJournal.file(folder, run));
    }

    /** The plan of a run as it was approved. @throws IOException if it cannot be read; the message names the file */
    public String plan(String run) throws IOException {
        try {
            return Files.readString(planFile(run));
        } catch (NoSuchFileException e) {
            throw new IOException(planFile(run) + " is not there", e);
        }
    }

    /** Whether somebody writes a run's journal. Not for a run that this process itself carries out. */
    public boolean busy(String run) throws IOException {
        try (FileChannel channel = FileChannel.open(FileJournal.file(folder, run), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /** Removes the journal of a run and its plan. @throws IOException if one cannot be; the journal goes first */
    public void remove(String run) throws IOException {
        Files.deleteIfExists(FileJournal.file(folder, run));
        Files.deleteIfExists(planFile(run));
    }

    /** Ids of the runs, newest first as far as their names tell. @throws IOException if the folder cannot be read */
    public List<String> runs() throws IOException, OtherFormat {
        FolderFormat.demand(folder);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(JOURNAL))
                    .map(name -> name.substring(0, name.length() - JOURNAL.length()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /** Where the plan of a run lies. @throws IllegalArgumentException if the id could name a file elsewhere */
    public Path planFile(String run) {
        Path journal = FileJournal.file(folder, run);
        return journal.resolveSibling(run + ".plan.json");
    }

    private void keep(Path file, String plan) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, FileJournal.owner(folder, "rw-------"))) {
            ByteBuffer bytes = ByteBuffer.wrap(plan.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        FileJournal.syncFolder(folder);
    }
}
