// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts the shipped launcher as a user would, as a process of its own, with a home of its own; in a copy of the shipped
 * playbooks and inventories, unless another folder is named.
 */
final class Shakebook {
    static final Path REPOSITORY = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve("../..")
            .normalize();
    private static final Path APP = REPOSITORY.resolve("modules/dist/target/app");
    static final Path SCRIPT = Path.of("/usr/bin/script");
    private static final long LONGEST_SECONDS = 120;
    /** How the demo's passwords begin: no process may show one, in what it prints, keeps or is started with. */
    private static final String PASSWORD = "demo-password";

    private static final String PASSWORD_IN_BASE_64 = "ZGVtby1wYXNzd29yZ";

    /** Whoever starts these tests in the background ignores signals for all that they start. */
    private static final List<String> HEARD = heard();

    private final Path home;
    private final Path launcher;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Optional<Path> folder = Optional.empty();
    private boolean terminal;

    /** How a process ended. */
    record Ended(int exit, String out, String err) {
        /** Everything that a user would see, for a failing test. */
        @Override
        public String toString() {
            return "exit " + exit + "\n--- stdout\n" + out + "--- stderr\n" + err;
        }
    }

    /** @param home an empty folder: state, caches and configuration go there */
    Shakebook(Path home) {
        this(home, APP.resolve("bin/shakebook"));
    }

    Shakebook(Path home, Path launcher) {
        this.home = home;
        this.launcher = launcher;
    }

    /** Copies what is shipped there, out of the work tree, in which somebody may be changing files. */
    static Path site(Path folder) throws IOException {
        for (String part : List.of("playbooks", "inventories")) {
            try (Stream<Path> files = Files.walk(REPOSITORY.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = folder.resolve(REPOSITORY.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        return folder;
    }

    private Path folder() throws IOException {
        Path site = home.resolve("site");
        return folder.isPresent() ? folder.get() : Files.exists(site) ? site : site(site);
    }

    /** With the archive of classes that all stories share: a process then starts with half of the work. */
    static Shakebook started(Path home) {
        return new Shakebook(home).with("XDG_CACHE_HOME", ArchiveCache.folder().toString());
    }

    /** Whether there is a launcher to test: it is made when packaging, before these tests run. */
    static Path app() {
        return APP;
    }

    Shakebook in(Path other) {
        folder = Optional.of(other);
        return this;
    }

    Shakebook with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return run("", arguments);
    }

    /** @param typed what stands in stdin, which is no terminal */
    Ended run(String typed, String[] arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(home, "out", "");
        Path err = Files.createTempFile(home, "err", "");
        Process process = start(out, err, arguments);
        try (OutputStream in = process.getOutputStream()) {
            in.write(typed.getBytes(UTF_8));
        }
        StringBuilder commandLines = new StringBuilder();
        for (long left = 10 * LONGEST_SECONDS; !process.waitFor(100, TimeUnit.MILLISECONDS); left--) {
            Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .flatMap(one -> one.info().commandLine().stream())
                    .forEach(commandLines::append);
            if (left == 0) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + LONGEST_SECONDS + " s: " + List.of(arguments) + "\n"
                        + Files.readString(out) + Files.readString(err));
            }
        }
        Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        assertThat(ended + commandLines.toString() + journals()).doesNotContain(PASSWORD, PASSWORD_IN_BASE_64);
        return ended;
    }

    private String journals() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".jsonl")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    private static List<String> heard() {
        List<String> command = List.of("env", "--default-signal=INT,HUP,TERM");
        try {
            List<String> tried = new ArrayList<>(command);
            tried.add("true");
            return new ProcessBuilder(tried).start().waitFor() == 0 ? command : List.of();
        } catch (IOException none) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Started in a terminal that util-linux's {@code script} makes, and that is closed when it ends. */
    Shakebook inTerminal() {
        terminal = true;
        return this;
    }

    /** Started and left to the caller. */
    Process start(Path out, Path err, String... arguments) throws IOException {
        return builder(arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    /** The same with its streams in the caller's hands. */
    Process piped(String... arguments) throws IOException {
        return builder(arguments).start();
    }

    private ProcessBuilder builder(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(HEARD);
        command.addAll(List.of("sh", launcher.toString()));
        command.addAll(List.of(arguments));
        if (terminal) {
            String line = "exec '" + String.join("' '", command) + "'";
            command = List.of(SCRIPT.toString(), "-qfc", line, "/dev/null");
        }
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder().toFile());
        Map<String, String> all = builder.environment();
        all.keySet()
                .removeIf(name -> name.startsWith("SHAKEBOOK_") || name.startsWith("XDG_") || name.equals("COLUMNS"));
        all.put("HOME", home.toString());
        all.put("XDG_STATE_HOME", home.resolve("state").toString());
        all.put("XDG_CACHE_HOME", home.resolve("cache").toString());
        all.put("XDG_CONFIG_HOME", home.resolve("config").toString());
        all.put("SHAKEBOOK_JAVA_HOME", System.getProperty("java.home"));
        all.putAll(environment);
        return builder;
    }
}
