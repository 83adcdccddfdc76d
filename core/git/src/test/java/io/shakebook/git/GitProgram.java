// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The git of this machine in one folder, without anybody's configuration. */
final class GitProgram {
    private final Path folder;

    GitProgram(Path folder) {
        this.folder = folder;
    }

    /** A new repository whose branch is {@code main}. */
    static GitProgram init(Path folder) throws Exception {
        Files.createDirectories(folder);
        GitProgram git = new GitProgram(folder);
        git.run("init", "-q", "-b", "main");
        return git;
    }

    Path folder() {
        return folder;
    }

    GitProgram file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    /** Commits all that is there. @return its name */
    String commit(String message) throws Exception {
        run("add", "-A");
        run("commit", "-q", "--no-verify", "--allow-empty", "-m", message);
        return run("rev-parse", "HEAD");
    }

    /** @return what it printed, without the end of the last line */
    String run(String... words) throws Exception {
        return fed(new byte[0], words);
    }

    /** @param input what it reads */
    String fed(byte[] input, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            builder.environment().put("GIT_" + who + "_NAME", "Ada");
            builder.environment().put("GIT_" + who + "_EMAIL", "ada@example.org");
            builder.environment().put("GIT_" + who + "_DATE", "2026-01-02T03:04:05+01:00");
        }
        Process process = builder.start();
        process.getOutputStream().write(input);
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, out).isZero();
        return out.strip();
    }
}
