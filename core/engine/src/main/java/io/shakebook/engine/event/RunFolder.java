// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Set;

/**
 * What is kept of runs: of each its journal and, so that it can go on without anything else, its plan as it was
 * approved.
 */
public final class RunFolder {
    private final Path folder;
    private final Clock clock;

    public RunFolder(Path folder, Clock clock) {
        this.folder = requireNonNull(folder, "folder");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Begins a run: its plan is on disk when this returns, its journal is there and empty.
     *
     * @throws IOException if either cannot be written, or the run is there already; the message names the file
     */
    public FileJournal begin(String run, String plan) throws IOException {
        FileJournal journal = FileJournal.create(folder, run, clock);
        try {
            keep(planFile(run), plan);
            return journal;
        } catch (IOException e) {
            journal.close();
            throw FileJournal.failed(planFile(run), e);
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
