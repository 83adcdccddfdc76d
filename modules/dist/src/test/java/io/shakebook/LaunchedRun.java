// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.event.Journal;
import io.shakebook.engine.event.JournalReader;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlanFile;
import io.shakebook.testkit.apiserver.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A run that the launcher carries out, as a process that a test sends signals to. It has a state folder of its own. */
final class LaunchedRun {
    private static final Eventually SOON = new Eventually(Duration.ofSeconds(60));
    private static final long LONGEST_SECONDS = 90;
    private final Process process;
    private final Path runs;
    private final Path out;
    private final Path err;

    private LaunchedRun(Process process, Path runs, Path out, Path err) {
        this.process = process;
        this.runs = runs;
        this.out = out;
        this.err = err;
    }

    /** @param state the folder that {@code XDG_STATE_HOME} names for it; holds no run yet */
    static LaunchedRun start(Shakebook program, Path state, String... arguments) throws IOException {
        Path out = Files.createTempFile("run", ".out");
        Path err = Files.createTempFile("run", ".err");
        return new LaunchedRun(program.start(out, err, arguments), state.resolve("shakebook/runs"), out, err);
    }

    /** Waits until the journal holds so many lines; returns at once when the process ended before. */
    LaunchedRun awaitLines(int lines) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (lines() < lines && process.isAlive()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no line " + lines + " in the journal:\n" + said());
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        return this;
    }

    /** Waits until it says this on one of its streams. */
    LaunchedRun awaitSaying(String words) {
        SOON.get("\"" + words + "\"", this::said, said -> said.contains(words));
        return this;
    }

    void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(exit).as("kill -" + name).isZero();
    }

    /** @return the exit code */
    int end() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running\n" + said());
        }
        return process.exitValue();
    }

    /** Kills it as the kernel does when memory is short. @return whether it was still there */
    boolean kill() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            return false;
        }
        process.destroyForcibly();
        return end() == 128 + 9;
    }

    String said() {
        try {
            return Files.readString(out) + Files.readString(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int lines() {
        try {
            Optional<Path> file = journalFile();
            return file.isEmpty()
                    ? 0
                    : (int) Files.readString(file.get(), UTF_8)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The run's id, once there is a journal. */
    String id() {
        return journalFile().orElseThrow().getFileName().toString().replace(".jsonl", "");
    }

    List<RunEvent> events() throws IOException, Journal.Corrupt {
        return JournalReader.read(journalFile().orElseThrow()).events().toList();
    }

    /** How it was approved. */
    RunEvent.RunStarted started() throws IOException, Journal.Corrupt {
        return events().stream()
                .filter(RunEvent.RunStarted.class::isInstance)
                .map(RunEvent.RunStarted.class::cast)
                .findFirst()
                .orElseThrow();
    }

    Plan plan() throws Exception {
        return PlanFile.read(Files.readString(planFile()));
    }

    Path planFile() {
        return runs.resolve(id() + ".plan.json");
    }

    private Optional<Path> journalFile() {
        try (Stream<Path> files = Files.isDirectory(runs) ? Files.list(runs) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
