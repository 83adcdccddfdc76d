// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A repository that git itself makes. */
final class Git {
    private final Path folder;
    private int commits;

    private Git(Path folder) {
        this.folder = folder;
    }

    static Git at(Path folder) throws IOException {
        Files.createDirectories(folder);
        Git git = new Git(folder);
        git.run("init", "-q", "-b", "main");
        return git;
    }

    Path folder() {
        return folder;
    }

    /** @return the commit */
    String commit(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        run("add", "-A");
        run("commit", "-q", "-m", "change " + ++commits);
        return head();
    }

    String head() throws IOException {
        return run("rev-parse", "HEAD");
    }

    String run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        isolate(builder.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ": " + said);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return said;
    }

    static void isolate(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + who + "_NAME", "Ada");
            environment.put("GIT_" + who + "_EMAIL", "ada@example.org");
        }
    }
}
