// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A copy of the playbooks and the demo inventory in a repository that git itself made, without anybody's configuration. */
record GitSite(Path folder) {

    /** All of it is committed on the branch {@code main}. */
    static GitSite in(Path folder) throws Exception {
        new DemoSite(folder).close();
        GitSite site = new GitSite(folder);
        site.git("init", "-q", "-b", "main");
        site.commit("The demo");
        return site;
    }

    /** @return what the file held before */
    String change(String file, String from, String to) throws IOException {
        String before = Files.readString(folder.resolve(file));
        assertThat(before).contains(from);
        Files.writeString(folder.resolve(file), before.replace(from, to));
        return before;
    }

    /** @return the commit */
    String commit(String message) throws Exception {
        git("add", "-A", "--", "playbooks", "demo");
        git("commit", "-q", "-m", message);
        return git("rev-parse", "HEAD");
    }

    String git(String... words) throws Exception {
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
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, out).isZero();
        return out.strip();
    }
}
