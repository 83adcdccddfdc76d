// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.engine.source.SourceTree.Unreadable;
import io.shakebook.testkit.git.GitProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories that git made, read at a revision. */
class LocalRepositoryTest {
    @TempDir
    Path folder;

    private GitProgram git;
    private String first;
    private String second;

    @BeforeEach
    void twoCommits() throws Exception {
        git = GitProgram.init(folder.resolve("repo"));
        first = git.file("inv/inventory.yaml", "old\n")
                .file("top.yaml", "top\n")
                .commit("one");
        git.run("tag", "-a", "v1", "-m", "the first");
        second = git.file("inv/inventory.yaml", "new\n").commit("two");
        git.run("branch", "feature/x", first);
    }

    private LocalRepository open() throws GitFault {
        return LocalRepository.open(git.folder(), "repo");
    }

    private String text(String ref, String sub, String path) throws Exception {
        try (LocalRepository repository = open()) {
            return text(repository.commit(Optional.of(ref)).tree(sub), path);
        }
    }

    private static String text(GitTree tree, String path) throws Unreadable {
        return new String(tree.read(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    private GitFault fault(String ref) throws Exception {
        try (LocalRepository repository = open()) {
            repository.commit(Optional.of(ref));
        } catch (GitFault fault) {
            return fault;
        }
        throw new AssertionError("no fault");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "HEAD~1", "main~1", "feature/x", "refs/heads/feature/x", "v1^{}", "main^"})
    void readsAtWhateverNamesACommit(String ref) throws Exception {
        assertThat(text(ref, "inv", "inventory.yaml")).isEqualTo("old\n");
        assertThat(text("main", "inv", "inventory.yaml")).isEqualTo("new\n");
    }

    @Test
    void readsAtACommitAndItsFirstDigits() throws Exception {
        assertThat(text(first, "inv", "inventory.yaml")).isEqualTo("old\n");
        assertThat(text(first.substring(0, 8), "", "inv/inventory.yaml")).isEqualTo("old\n");
    }

    @Test
    void whatWasResolvedStaysWhenTheBranchMovesOn() throws Exception {
        try (LocalRepository repository = open()) {
            GitTree tree = repository.commit(Optional.of("main")).tree("inv");
            git.file("inv/inventory.yaml", "newest\n").commit("three");
            assertThat(text(tree, "inventory.yaml")).isEqualTo("new\n");
        }
    }

    @Test
    void theRevisionSaysWhoAndWhen() throws Exception {
        try (LocalRepository repository = open()) {
            GitTree tree = repository.commit(Optional.empty()).tree("inv");
            assertThat(tree.origin()).hasValueSatisfying(revision -> {
                assertThat(revision.commit()).isEqualTo(second);
                assertThat(revision.ref()).isEqualTo("HEAD");
                assertThat(revision.repository()).isEqualTo("repo");
                assertThat(revision.author()).isEqualTo("Ada <ada@example.org>");
                assertThat(revision.written()).hasToString("2026-01-02T03:04:05+01:00");
                assertThat(revision.changed()).isEmpty();
            });
            assertThat(tree.shown("inventory.yaml")).isEqualTo("inv/inventory.yaml@" + second.substring(0, 7));
            assertThat(tree.revision()).isEqualTo("git:" + second.substring(0, 7));
        }
    }

    @Test
    void aBareRepositoryAndALinkedWorkTreeAreReadAsWell() throws Exception {
        Path bare = folder.resolve("bare.git");
        git.run("clone", "-q", "--bare", ".", bare.toString());
        try (LocalRepository repository = LocalRepository.open(bare, "bare")) {
            assertThat(text(repository.commit(Optional.of("main")).tree("inv"), "inventory.yaml"))
                    .isEqualTo("new\n");
        }
        Path linked = folder.resolve("linked");
        git.run("worktree", "add", "-q", linked.toString(), "feature/x");
        try (LocalRepository repository = LocalRepository.open(linked, "linked")) {
            assertThat(text(repository.commit(Optional.empty()).tree("inv"), "inventory.yaml"))
                    .isEqualTo("old\n");
        }
        assertThat(WorkTree.revision(linked, linked).orElseThrow().ref()).isEqualTo("feature/x");
    }

    @Test
    void packedObjectsAndRefsAreRead() throws Exception {
        git.run("gc", "-q", "--prune=now");
        assertThat(text("v1", "inv", "inventory.yaml")).isEqualTo("old\n");
    }

    @Test
    void anUnknownRevisionNamesTheNearest() throws Exception {
        assertThat(fault("mian"))
                .hasMessage("the repository \"repo\" has no branch, tag or commit \"mian\"")
                .satisfies(fault -> assertThat(fault.remedy()).contains("main"));
        assertThat(fault("0123456789012345678901234567890123456789").code()).isEqualTo("unknown-revision");
    }

    @Test
    void whatIsNoCommitIsRefused() throws Exception {
        assertThat(fault(git.run("rev-parse", "HEAD^{tree}"))).hasMessageContaining("is no commit");
        assertThat(fault("HEAD:inv/inventory.yaml")).hasMessageContaining("HEAD:inv/inventory.yaml");
        assertThat(fault("a..b")).hasMessageContaining("a..b");
    }

    @Test
    void aFolderThatIsNotThereIsSaid() throws Exception {
        try (LocalRepository repository = open()) {
            GitCommit commit = repository.commit(Optional.of("v1"));
            assertThatThrownBy(() -> commit.tree("inventories"))
                    .hasMessage("there is no folder \"inventories\" in the repository \"repo\" at v1 ("
                            + first.substring(0, 7) + ")");
            assertThatThrownBy(() -> commit.tree("top.yaml")).hasMessageContaining("is no folder");
        }
    }

    @Test
    void whatIsNoRepositoryIsSaid() {
        assertThatThrownBy(() -> LocalRepository.open(folder.resolve("none"), "none"))
                .hasMessage("there is no folder \"none\"");
        assertThatThrownBy(() -> LocalRepository.open(folder, "plain")).hasMessage("\"plain\" is no git repository");
        assertThatThrownBy(() -> LocalRepository.open(git.folder().resolve("inv"), "inv"))
                .hasMessage("\"inv\" is a folder in the repository \"" + git.folder() + "\"")
                .hasFieldOrPropertyWithValue(
                        "remedy", "name the repository and then the folder: git:" + git.folder() + "//inv");
    }

    @Test
    void anEmptyRepositoryIsSaid() throws Exception {
        GitProgram empty = GitProgram.init(folder.resolve("empty"));
        try (LocalRepository repository = LocalRepository.open(empty.folder(), "empty")) {
            assertThatThrownBy(() -> repository.commit(Optional.empty()))
                    .hasMessage("the repository \"empty\" is empty: there is no commit in it");
        }
    }

    @Test
    void aRepositoryThatIsHalfWrittenIsSaid() throws Exception {
        String blob = git.run("rev-parse", "HEAD:inv/inventory.yaml");
        Files.delete(object(blob));
        assertThatThrownBy(() -> text("main", "inv", "inventory.yaml"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("its content is not in the repository");
        assertThat(text("main", "", "top.yaml")).isEqualTo("top\n");
        Files.delete(object(second));
        Files.write(object(second), new byte[] {1, 2, 3});
        assertThat(fault("main")).hasMessage("the repository \"repo\" is damaged or not completely written");
        Files.writeString(git.folder().resolve(".git/HEAD"), "nothing of use");
        assertThatThrownBy(() -> text("HEAD", "", "top.yaml")).isInstanceOf(GitFault.class);
    }

    private Path object(String name) {
        return git.folder().resolve(".git/objects/" + name.substring(0, 2) + "/" + name.substring(2));
    }

    @Test
    void aRepositoryWithOtherHashesIsSaid() throws Exception {
        GitProgram other = new GitProgram(Files.createDirectories(folder.resolve("other")));
        other.run("init", "-q", "--object-format=sha256");
        other.file("a", "a").commit("one");
        assertThatThrownBy(() -> {
                    try (LocalRepository repository = LocalRepository.open(other.folder(), "other")) {
                        repository.commit(Optional.empty());
                    }
                })
                .isInstanceOf(GitFault.class);
    }

    /** As {@code git clone --shared} makes it. */
    @Test
    void objectsThatLieInAnotherRepositoryAreRead() throws Exception {
        git.run(
                "clone",
                "-q",
                "--shared",
                "--bare",
                git.folder().toString(),
                folder.resolve("shared").toString());
        try (LocalRepository repository = LocalRepository.open(folder.resolve("shared"), "shared")) {
            assertThat(repository.commit(Optional.of("main")).tree("inv").read("inventory.yaml"))
                    .isPresent();
        }
    }

    @Test
    void aPackThatWasCutIsSaid() throws Exception {
        git.run("gc", "-q", "--prune=now");
        try (Stream<Path> packs = Files.list(git.folder().resolve(".git/objects/pack"))) {
            Path pack = packs.filter(path -> path.toString().endsWith(".pack"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(pack);
            Files.delete(pack);
            Files.write(pack, Arrays.copyOf(bytes, 40));
        }
        assertThat(fault("main").code()).isEqualTo("broken-repository");
    }
}
