// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.git.GitProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
        return new GitProgram(folder).commitAdded(message);
    }

    String git(String... words) throws Exception {
        return new GitProgram(folder).run(words);
    }
}
