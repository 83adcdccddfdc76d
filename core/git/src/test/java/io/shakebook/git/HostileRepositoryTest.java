// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.engine.source.SourceTree.Unreadable;
import io.shakebook.testkit.git.GitProgram;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories of somebody who means harm: nothing outside is read, and nothing is run. */
class HostileRepositoryTest {
    @TempDir
    Path folder;

    private GitProgram git;

    @BeforeEach
    void repository() throws Exception {
        git = GitProgram.init(folder.resolve("repo"));
        Files.writeString(folder.resolve("secret"), "of the machine");
    }

    private GitTree tree(String ref, String sub) throws GitFault {
        return LocalRepository.open(git.folder(), "repo")
                .commit(Optional.of(ref))
                .tree(sub);
    }

    @Test
    void symbolicLinksAreNotFollowed() throws Exception {
        Files.createSymbolicLink(git.folder().resolve("link.yaml"), Path.of("../secret"));
        Files.createSymbolicLink(git.folder().resolve("folder"), Path.of("/etc"));
        git.commit("links");
        assertThatThrownBy(() -> tree("HEAD", "").read("link.yaml"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("is a symbolic link, which is not followed");
        assertThatThrownBy(() -> tree("HEAD", "").read("folder/passwd"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("folder@")
                .hasMessageContaining("is a symbolic link, which is not followed");
        assertThatThrownBy(() -> tree("HEAD", "folder"))
                .isInstanceOf(GitFault.class)
                .hasMessageContaining("is no folder");
    }

    @Test
    void submodulesAreNotFollowed() throws Exception {
        String commit = git.file("a", "a").commit("one");
        git.run("update-index", "--add", "--cacheinfo", "160000," + commit + ",sub");
        git.file(".gitmodules", "[submodule \"sub\"]\n path = sub\n url = ext::sh -c touch% " + canary() + "\n");
        git.run("add", ".gitmodules");
        git.run("commit", "-q", "-m", "submodule");
        assertThatThrownBy(() -> tree("HEAD", "").read("sub/a"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("is a submodule, which is not followed");
        assertThat(WorkTree.revision(git.folder(), git.folder())).isPresent();
        assertThat(canary()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", "a/../../secret", "..", "nul\0byte"})
    void nothingOutsideIsRead(String path) throws Exception {
        git.file("sub/a", "a").file("secret", "of the repository").commit("one");
        assertThatThrownBy(() -> tree("HEAD", "sub").read(path))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("outside");
    }

    @Test
    void oddNamesDoNoHarm() throws Exception {
        git.file("line\nbreak", "a").commit("odd");
        String blob = git.run("hash-object", "-w", "line\nbreak");
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        for (byte[] name : List.of(ascii(".."), new byte[] {(byte) 0xff, (byte) 0xfe}, ascii(".git"))) {
            entries.writeBytes(ascii("100644 blob " + blob + "\t"));
            entries.writeBytes(name);
            entries.write(0);
        }
        String commit = git.run("commit-tree", git.fed(entries.toByteArray(), "mktree", "-z"), "-m", "odd names");
        git.run("update-ref", "refs/heads/odd", commit);
        GitTree odd = tree("odd", "");
        assertThatThrownBy(() -> odd.read("..")).isInstanceOf(Unreadable.class);
        assertThat(odd.read("line\nbreak")).isEmpty();
        assertThat(odd.shown("line\nbreak\u001b[2J")).startsWith("line\\x0abreak\\x1b[2J@");
        assertThat(tree("HEAD", "").read("line\nbreak")).isPresent();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aHugeFileIsRefusedBeforeItIsRead() throws Exception {
        Files.write(git.folder().resolve("huge.yaml"), new byte[60 << 20]);
        git.commit("huge");
        assertThatThrownBy(() -> tree("HEAD", "").read("huge.yaml"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("huge.yaml");
    }

    @Test
    void aFileOfTheLargeFileStorageIsSaid() throws Exception {
        git.file("big.yaml", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n")
                .commit("lfs");
        assertThatThrownBy(() -> tree("HEAD", "").read("big.yaml")).hasMessageContaining("git-lfs");
    }

    /** Filters, hooks, a monitor of files, a pager, an editor: all would leave a file behind. */
    @Test
    void nothingThatTheRepositoryNamesIsRun() throws Exception {
        git.file("a.yaml", "a: 1\n")
                .file(".gitattributes", "* filter=evil diff=evil merge=evil\n")
                .commit("one");
        String touch = "touch " + canary();
        for (String key : List.of(
                "filter.evil.clean",
                "filter.evil.smudge",
                "filter.evil.process",
                "core.fsmonitor",
                "core.sshCommand",
                "core.pager",
                "core.editor",
                "diff.evil.textconv",
                "diff.external",
                "gpg.program",
                "credential.helper",
                "core.gitProxy",
                "uploadpack.packObjectsHook",
                "core.alternateRefsCommand")) {
            git.run("config", key, touch);
        }
        git.run("config", "filter.evil.required", "true");
        Path hooks = Files.createDirectories(git.folder().resolve(".git/hooks"));
        for (String hook : List.of("post-checkout", "post-index-change", "fsmonitor-watchman", "pre-commit")) {
            Files.writeString(hooks.resolve(hook), "#!/bin/sh\n" + touch + "\n");
            assertThat(hooks.resolve(hook).toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(git.folder().resolve("a.yaml"), "a: 2\n");
        assertThat(tree("HEAD", "").read("a.yaml")).hasValue(ascii("a: 1\n"));
        assertThat(WorkTree.revision(git.folder(), git.folder()).orElseThrow().changed())
                .containsExactly("a.yaml");
        assertThat(canary()).doesNotExist();
    }

    /** A configuration that says that the files lie elsewhere, or that includes another one, changes nothing. */
    @Test
    void theFilesAreThoseBesideTheRepository() throws Exception {
        git.file("a.yaml", "a: 1\n").commit("one");
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("elsewhere/b.yaml"), "b");
        git.run("config", "core.worktree", folder.resolve("elsewhere").toString());
        assertThat(WorkTree.revision(git.folder(), git.folder()).orElseThrow().changed())
                .isEmpty();
        git.run("config", "include.path", folder.resolve("secret").toString());
        assertThatThrownBy(() -> WorkTree.revision(git.folder(), git.folder()))
                .isInstanceOf(GitFault.class)
                .hasMessageNotContaining("of the machine");
    }

    private Path canary() {
        return folder.resolve("canary");
    }
}
