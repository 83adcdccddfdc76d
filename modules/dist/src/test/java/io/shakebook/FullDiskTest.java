// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.DemoSite.Result;
import io.shakebook.engine.event.JournalReader;
import io.shakebook.engine.event.RunEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs and plans are kept on a disk that is full or cannot be written. */
class FullDiskTest extends DemoStory {
    private static final long MARK = 1;
    private SmallDisk disk;

    @BeforeEach
    void serve() throws Exception {
        disk = SmallDisk.mount(folder.resolve("small"));
        site.serve();
    }

    @AfterEach
    void unmount() throws Exception {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void aRunStopsBeforeTheWriteThatItCannotAnnounceAndGoesOnWhenThereIsRoom() throws Exception {
        disk.leaveRoomFor(planSize(), MARK, 12_000);
        Result full = run();
        full.exits(74).says("No space left on device", "resume r-", "--state " + disk.file(""));
        Path journal = only(".jsonl");
        List<RunEvent> events = JournalReader.read(journal).events().toList();
        long intents = events.stream()
                .filter(RunEvent.ChangeIntended.class::isInstance)
                .count();
        assertThat(AuditedWrites.below(folder).all().size())
                .as("writes that were announced on disk")
                .isBetween(1, (int) intents);

        String run = journal.getFileName().toString().replace(".jsonl", "");
        byte[] before = Files.readAllBytes(journal);
        disk.leaveRoomFor();
        resume(run).exits(74); // its first line may just fit into the last block
        assertThat(Files.readString(journal))
                .as("only whole lines stay")
                .startsWith(new String(before, UTF_8))
                .endsWith("\n");
        assertThat(JournalReader.read(journal).events()).hasSizeGreaterThanOrEqualTo(events.size());

        disk.makeRoom();
        resume(run).exits(0);
        assertThat(AuditedWrites.below(folder).done()).hasSize(13).doesNotHaveDuplicates();
    }

    @Test
    void aRunWhosePlanDoesNotFitLeavesNothing() throws Exception {
        disk.leaveRoomFor(planSize() / 2);
        run().exits(74).says("No space left on device", "make room in " + disk.file("runs"));
        assertThat(files()).containsExactly("format");
        assertThat(AuditedWrites.below(folder).all()).isEmpty();
        site.command("runs", "list", "--state", disk.file("").toString())
                .exits(0)
                .says("No run is kept.");
        disk.makeRoom();
        run().exits(0);
    }

    @Test
    void aPlanThatDoesNotFitLeavesTheOneThatWasThere() throws Exception {
        String file = disk.file("my.plan").toString();
        Files.writeString(disk.file("my.plan"), "of yesterday");
        disk.leaveRoomFor(planSize() / 2);
        site.shakebook("plan", "sync", "--out", file)
                .exits(74)
                .says("the plan cannot be kept in \"" + file + "\": No space left on device", "make room");
        assertThat(disk.file("my.plan")).hasContent("of yesterday");
        try (Stream<Path> left = Files.list(disk.file(""))) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("my.plan", "filler");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedAndNothingIsWritten() throws Exception {
        site.shakebook("run", "sync", "--yes", "--state", disk.file("").toString())
                .exits(7);
        String run = only(".jsonl").getFileName().toString().replace(".jsonl", "");
        int written = AuditedWrites.below(folder).all().size();
        disk.readOnly(true);
        run().exits(74).says("Read-only file system", "allow writing there");
        resume(run).exits(74).says("Read-only file system");
        site.command("runs", "show", run, "--state", disk.file("").toString()).exits(0);
        assertThat(AuditedWrites.below(folder).all()).hasSize(written);
        disk.readOnly(false);
        resume(run).exits(0);
        assertThat(AuditedWrites.below(folder).done()).hasSize(13).doesNotHaveDuplicates();
    }

    private long planSize() throws Exception {
        Path file = site.file("measured.plan");
        site.shakebook("plan", "sync", "--out", file.toString()).exits(0);
        return Files.size(file);
    }

    private Result run() {
        return site.shakebook(
                "run",
                "sync",
                "--yes",
                "--confirm",
                "all",
                "--state",
                disk.file("").toString());
    }

    private Result resume(String run) {
        return site.command(
                "resume", run, "--confirm", "all", "--state", disk.file("").toString());
    }

    private Path only(String ending) throws Exception {
        return disk.file("runs")
                .resolve(files().stream()
                        .filter(name -> name.endsWith(ending))
                        .reduce((one, other) -> one + other)
                        .orElseThrow());
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(disk.file("runs"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
