// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.source.Revision;
import io.shakebook.testkit.git.GitProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is checked out around a folder, and what differs from it. */
class WorkTreeTest {
    @TempDir
    Path folder;

    private Revision revision(Path inside) throws Exception {
        Path top = WorkTreeSearch.around(inside).orElseThrow();
        return WorkTree.revision(top, inside).orElseThrow();
    }

    @Test
    void onlyFilesInTheFolderCount() throws Exception {
        GitProgram git = GitProgram.init(folder.resolve("repo"));
        String commit = git.file("inv/a.yaml", "a")
                .file("inv/b.yaml", "b")
                .file("inv/c.yaml", "c")
                .file("inv/.gitignore", "ignored\n")
                .file("else.yaml", "e")
                .commit("one");
        Path inv = git.folder().resolve("inv");
        assertThat(revision(inv).changed()).isEmpty();
        assertThat(revision(inv).text()).isEqualTo("git:" + commit.substring(0, 7));
        git.file("inv/a.yaml", "changed")
                .file("inv/new\u001b.yaml", "new")
                .file("inv/staged.yaml", "staged")
                .file("inv/ignored", "i")
                .file("else.yaml", "changed");
        git.run("add", "inv/staged.yaml");
        Files.delete(inv.resolve("b.yaml"));
        assertThat(revision(inv).changed())
                .containsExactly("inv/a.yaml", "inv/b.yaml", "inv/ignored", "inv/new\\x1b.yaml", "inv/staged.yaml");
        assertThat(revision(inv).text()).isEqualTo("git:" + commit.substring(0, 7) + " and uncommitted changes");
        assertThat(revision(inv).ref()).isEqualTo("main");
        assertThat(revision(git.folder()).changed()).contains("else.yaml");
    }

    /** Else a file that is in no commit would pass for one that is, by a line in the commit itself. */
    @Test
    void whatGitIgnoresIsOfNoCommit() throws Exception {
        GitProgram git = GitProgram.init(folder.resolve("repo"));
        git.file(".gitignore", "built/\n*.local.yaml\n").file("inv/a.yaml", "a").commit("one");
        git.file("built/inv/inventory.yaml", "x").file("inv/built/lib/b.jar", "x");
        assertThat(revision(git.folder().resolve("inv")).changed()).isEmpty();
        assertThat(revision(git.folder()).changed()).isEmpty();
        assertThat(revision(git.folder().resolve("built/inv")).changed()).isNotEmpty();
        assertThat(revision(git.folder().resolve("built")).changed()).containsExactly("built");
        git.file("inv/b.local.yaml", "x");
        assertThat(revision(git.folder().resolve("inv")).changed()).containsExactly("inv/b.local.yaml");
    }

    @Test
    void aDetachedHeadHasNoBranch() throws Exception {
        GitProgram git = GitProgram.init(folder.resolve("repo"));
        git.file("a", "a").commit("one");
        git.run("checkout", "-q", "--detach");
        assertThat(revision(git.folder()).ref()).isEqualTo("HEAD");
    }

    @Test
    void aFileThatIsTheSameAgainIsNotChanged() throws Exception {
        GitProgram git = GitProgram.init(folder.resolve("repo"));
        git.file("a", "a").commit("one");
        git.file("a", "b").file("a", "a");
        assertThat(revision(git.folder()).changed()).isEmpty();
    }

    @Test
    void aFolderOutsideHasNone() throws Exception {
        assertThat(WorkTreeSearch.around(folder)).isEmpty();
        GitProgram git = GitProgram.init(folder.resolve("empty"));
        assertThat(WorkTree.revision(git.folder(), git.folder())).isEmpty();
    }
}
