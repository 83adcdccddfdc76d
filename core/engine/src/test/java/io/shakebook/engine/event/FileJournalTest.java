// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.shakebook.engine.change.Guard;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Span;
import io.shakebook.spi.Measure;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
    private static final String RUN = "r-20261122-2101-k7wd";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T21:01:00.125Z"), ZoneOffset.UTC);
    private static final StepAddress STEP = StepAddress.parse("sync/expose/source-service[0]");

    private static final List<RunEvent> EVENTS = List.of(
            new RunEvent.RunStarted(RUN, "sha256:6b1e", "li@ops-1", "prompt"),
            new RunEvent.Locked("site-b", "redis-b/shakebook-redis-b", 7, Optional.empty(), "free"),
            new RunEvent.Locked("site-b", "redis-b/shakebook-redis-b", 8, Optional.of("run r-1 of li"), "expired"),
            new RunEvent.LockWatched("site-b", "redis-b/shakebook-redis-b", "run r-1 of li", Duration.ofSeconds(30)),
            new RunEvent.NotLocked("site-a", "redis-a/shakebook-redis-a", "connection refused"),
            new RunEvent.LockRefused(new RunEvent.Failure("locked", "another run", Map.of("run", "r-1"))),
            new RunEvent.Fenced(
                    "r-1",
                    true,
                    List.of("ConfigMap a/b on site-b"),
                    List.of("ConfigMap a/d on site-b"),
                    Map.of("ConfigMap a/c on x", "dark")),
            new RunEvent.RunStarted(
                    RUN,
                    "sha256:6b1e",
                    "li@ops-1",
                    "--yes",
                    new Span(Optional.of("two"), Optional.of("one")),
                    Map.of("playbook", "6b1e"),
                    Optional.of("/home/li")),
            new RunEvent.WalkedBack(STEP, "c1"),
            new RunEvent.Stands(STEP, "c1", "somebody changed it since"),
            new RunEvent.LockLost("site-b", "redis-b/shakebook-redis-b", "it is held by run r-2 of bo"),
            new RunEvent.Unlocked("site-b", "redis-b/shakebook-redis-b"),
            new RunEvent.LockLeft("site-b", "redis-b/shakebook-redis-b", "no answer"),
            new RunEvent.Resumed("li@ops-1", 7),
            new RunEvent.StepStarted(STEP),
            new RunEvent.ChangeIntended(STEP, "c1", new Guard.Missing(), Map.of()),
            new RunEvent.ChangeIntended(
                    STEP,
                    "c2",
                    new Guard.Unchanged("5e0d", "954"),
                    Map.of("a/b.node-port", 31863L, "v", new BigDecimal("6.0"))),
            new RunEvent.ChangeApplied(STEP, "c1", "8059", "979"),
            new RunEvent.ChangeFound(STEP, "c2", "live equals after"),
            new RunEvent.OutputKnown(STEP, "config", Map.of("kind", "ConfigMap")),
            new RunEvent.StepWaiting(
                    STEP,
                    "pulling",
                    List.of(new Measure("ready", "0 of 1")),
                    Duration.ofSeconds(3),
                    Duration.ofMinutes(5)),
            new RunEvent.StepStaying(STEP, "up", Duration.ofSeconds(10)),
            new RunEvent.StepReady(STEP, "up", List.of()),
            new RunEvent.StepFailed(STEP, new RunEvent.Failure("stale", "it moved", Map.of("cause", "kubectl"))),
            new RunEvent.Confirmed("sync/start", "li", "prompt", ""),
            new RunEvent.Paused("sync/start", "Sure?", Optional.empty()),
            new RunEvent.Paused("sync/start", "Sure?", Optional.of("li@ops-1")),
            new RunEvent.Locked("site-b", "redis-b/shakebook-redis-b", 7, Optional.empty(), "free"),
            new RunEvent.Locked("site-b", "redis-b/shakebook-redis-b", 8, Optional.of("run r-1 of li"), "expired"),
            new RunEvent.LockWatched("site-b", "redis-b/shakebook-redis-b", "run r-1 of li", Duration.ofSeconds(30)),
            new RunEvent.NotLocked("site-a", "redis-a/shakebook-redis-a", "connection refused"),
            new RunEvent.LockRefused(new RunEvent.Failure("locked", "another run", Map.of("run", "r-1"))),
            new RunEvent.Fenced(
                    "r-1",
                    true,
                    List.of("ConfigMap a/b on site-b"),
                    List.of("ConfigMap a/d on site-b"),
                    Map.of("ConfigMap a/c on x", "dark")),
            new RunEvent.LockLost("site-b", "redis-b/shakebook-redis-b", "it is held by run r-2 of bo"),
            new RunEvent.Unlocked("site-b", "redis-b/shakebook-redis-b"),
            new RunEvent.LockLeft("site-b", "redis-b/shakebook-redis-b", "no answer"),
            new RunEvent.Interrupted(1, List.of(STEP)),
            new RunEvent.RunEnded(
                    RunEvent.Outcome.FAILED_PART_WAY,
                    new RunEvent.Summary(
                            List.of(STEP),
                            List.of(STEP),
                            List.of("c1"),
                            List.of(),
                            List.of(STEP),
                            List.of(),
                            Duration.ofSeconds(52),
                            Optional.of("sync/start"))));

    @TempDir
    Path temp;

    private Path folder() {
        return temp.resolve("state/runs");
    }

    private Path file() {
        return FileJournal.file(folder(), RUN);
    }

    private void write(List<RunEvent> events) throws Exception {
        try (FileJournal journal = FileJournal.create(folder(), RUN, CLOCK)) {
            for (RunEvent event : events) {
                journal.append(event);
            }
        }
    }

    @Test
    void everyEventIsReadBackAsItWasInOrder() throws Exception {
        assertThat(RunEvent.class.getPermittedSubclasses())
                .allMatch(type -> EVENTS.stream().anyMatch(type::isInstance), "is written here");
        write(EVENTS);
        Journal journal = JournalReader.read(file());
        assertThat(journal.events()).isEqualTo(EVENTS.stream().toList());
        assertThat(journal.torn()).isFalse();
        assertThat(journal.entries().get(1).at()).isEqualTo(CLOCK.instant());
    }

    @Test
    void linesLookAsTheDocumentationSays() throws Exception {
        write(List.of(
                EVENTS.get(0),
                new RunEvent.StepStarted(STEP),
                new RunEvent.ChangeIntended(STEP, "c1", new Guard.Missing(), Map.of())));
        List<String> lines = Files.readAllLines(file());
        assertThat(lines.get(0))
                .isEqualTo(
                        "{\"n\": 1, \"at\": \"2026-11-22T21:01:00.125Z\", \"event\": \"run-started\", \"run\": \"" + RUN
                                + "\", \"digest\": \"sha256:6b1e\", \"by\": \"li@ops-1\", \"how\": \"prompt\", \"prev\": \"0\"}");
        assertThat(lines.get(2))
                .contains("\"event\": \"change-intended\", \"step\": \"sync/expose/source-service[0]\"")
                .contains("\"guard\": {\"create-only\": true}, \"filled\": {}")
                .endsWith("\"prev\": \"" + JournalLine.hash(lines.get(1)) + "\"}");
    }

    @Test
    void onlyTheOwnerCanReadIt() throws Exception {
        assumeThat(temp.getFileSystem().supportedFileAttributeViews()).contains("posix");
        write(EVENTS);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void aLineThatACrashCutOffIsPassedOverAndOverwritten() throws Exception {
        write(EVENTS.subList(0, 3));
        Files.writeString(file(), "{\"n\": 4, \"at\": \"20", StandardOpenOption.APPEND);
        assertThat(JournalReader.read(file())).satisfies(journal -> {
            assertThat(journal.torn()).isTrue();
            assertThat(journal.entries()).hasSize(3);
        });
        try (FileJournal journal = FileJournal.reopen(folder(), RUN, CLOCK).journal()) {
            journal.append(EVENTS.get(4));
        }
        assertThat(JournalReader.read(file()).events())
                .containsExactly(EVENTS.get(0), EVENTS.get(1), EVENTS.get(2), EVENTS.get(4));
    }

    @Test
    void aLostBlockAtTheEndIsACutOffLine() throws Exception {
        write(EVENTS.subList(0, 2));
        Files.writeString(file(), "\0\0\0\0\n", StandardOpenOption.APPEND);
        assertThat(JournalReader.read(file()).entries()).hasSize(2);
    }

    @Test
    void aLastLineThatStandsTwiceCountsOnce() throws Exception {
        write(EVENTS.subList(0, 3));
        String last = Files.readAllLines(file()).get(2);
        Files.writeString(file(), last + "\n", StandardOpenOption.APPEND);
        assertThat(JournalReader.read(file()).events()).hasSize(3);
    }

    @Test
    void aLineThatWasChangedOrTakenOutIsFound() throws Exception {
        write(EVENTS.subList(0, 5));
        List<String> lines = Files.readAllLines(file());
        Files.writeString(file(), String.join("\n", lines).replace("li@ops-1", "xi@ops-1") + "\n");
        assertThatThrownBy(() -> JournalReader.read(file()))
                .isInstanceOf(Journal.Corrupt.class)
                .hasMessage(file() + ", line 2: the line before it was changed after it was written");
        Files.write(file(), List.of(lines.get(0), lines.get(2)));
        assertThatThrownBy(() -> JournalReader.read(file())).hasMessageContaining("the number 3 and should be 2");
    }

    @Test
    void anEventOfALaterVersionIsRefusedByName() throws Exception {
        write(EVENTS.subList(0, 1));
        Files.writeString(file(), Files.readString(file()).replace("run-started", "run-teleported"));
        assertThatThrownBy(() -> JournalReader.read(file())).hasMessageContaining("run-teleported");
    }

    @Test
    void oneRunHasOneJournalAndOneWriter() throws Exception {
        try (FileJournal first = FileJournal.create(folder(), RUN, CLOCK)) {
            assertThat(first.file()).isEqualTo(file());
            assertThatThrownBy(() -> FileJournal.create(folder(), RUN, CLOCK))
                    .isInstanceOf(IOException.class)
                    .hasMessage("cannot write the journal " + file() + ": it is there already");
            assertThatThrownBy(() -> FileJournal.reopen(folder(), RUN, CLOCK))
                    .hasMessageContaining("this process writes it already");
        }
        assertThatThrownBy(() -> FileJournal.file(folder(), "../x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Files.writeString(temp.resolve("state"), "a file");
        assertThatThrownBy(() -> FileJournal.create(folder(), RUN, CLOCK))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file().toString());
    }

    @Test
    void aFullDiskStopsBeforeTheEffect() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(Files.isWritable(full)).isTrue();
        FileChannel channel = FileChannel.open(full, StandardOpenOption.WRITE);
        try (FileJournal journal = new FileJournal(full, channel, CLOCK, 0, JournalLine.NONE)) {
            assertThatThrownBy(() -> journal.append(EVENTS.get(2)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("cannot write the journal /dev/full: No space left on device");
            assertThatThrownBy(() -> journal.append(EVENTS.get(2))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void idsAreMadeOfTheMinuteAndFourLetters() {
        assertThat(new RunIds(CLOCK, new Random(1)).next()).matches("r-20261122-2101-[a-z2-9]{4}");
        assertThat(new RunIds(CLOCK, new Random(1)).next()).isEqualTo(new RunIds(CLOCK, new Random(1)).next());
        assertThat(new RunIds(CLOCK, new Random(2)).next()).isNotEqualTo(new RunIds(CLOCK, new Random(1)).next());
    }
}
