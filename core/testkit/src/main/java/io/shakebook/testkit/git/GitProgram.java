// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The git of this machine in one folder, without anybody's configuration; Ada commits, always at the same time. */
public final class GitProgram {
    private final Path folder;
    private int changes;

    public GitProgram(Path folder) {
        this.folder = folder;
    }

    /** A new repository whose branch is {@code main}. */
    public static GitProgram init(Path folder) throws IOException {
        Files.createDirectories(folder);
        GitProgram git = new GitProgram(folder);
        git.run("init", "-q", "-b", "main");
        return git;
    }

    public Path folder() {
        return folder;
    }

    public GitProgram file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    /** Writes a file and commits all that is there. @return the commit's name */
    public String change(String name, String content) throws IOException {
        return file(name, content).commit("change " + ++changes);
    }

    /** Commits all that is there. @return its name */
    public String commit(String message) throws IOException {
        run("add", "-A");
        return commitAdded(message);
    }

    /** Commits what was added, even if that is nothing. @return its name */
    public String commitAdded(String message) throws IOException {
        run("commit", "-q", "--no-verify", "--allow-empty", "-m", message);
        return head();
    }

    public String head() throws IOException {
        return run("rev-parse", "HEAD");
    }

    /** @return what it printed, without the end of the last line */
    public String run(String... words) throws IOException {
        return fed(new byte[0], words);
    }

    /** @param input what it reads */
    public String fed(byte[] input, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        isolate(builder.environment());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        process.getOutputStream().write(input);
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return said;
    }

    /** For a process that starts git: nobody's configuration, and one name. */
    public static void isolate(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + who + "_NAME", "Ada");
            environment.put("GIT_" + who + "_EMAIL", "ada@example.org");
            environment.put("GIT_" + who + "_DATE", "2026-01-02T03:04:05+01:00");
        }
    }
}
