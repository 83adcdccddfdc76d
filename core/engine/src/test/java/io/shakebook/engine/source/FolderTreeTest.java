// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.shakebook.engine.source.SourceTree.Unreadable;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {
    @TempDir
    Path outside;

    private Path root;
    private FolderTree tree;

    @BeforeEach
    void folder() throws Exception {
        root = Files.createDirectory(outside.resolve("root"));
        Files.writeString(root.resolve("a.yaml"), "a: b");
        Files.writeString(outside.resolve("secret.yaml"), "a: b");
        tree = new FolderTree(root);
    }

    @Test
    void filesAreReadAndMissingOnesAreNoError() throws Exception {
        assertThat(tree.read("a.yaml"))
                .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(4));
        assertThat(tree.read("b.yaml")).isEmpty();
        assertThat(tree.shown("x/a.yaml")).isEqualTo(root + "/x/a.yaml");
    }

    @Test
    void nothingOutsideOfTheRootCanBeRead() throws Exception {
        Files.createSymbolicLink(root.resolve("out.yaml"), outside.resolve("secret.yaml"));

        refused("../secret.yaml", "lies outside of");
        refused("x/../../secret.yaml", "lies outside of");
        refused(outside.resolve("secret.yaml").toString(), "lies outside of");
        refused("out.yaml", "symbolic link that leaves");
    }

    @Test
    void linksThatStayInsideAreFollowed() throws Exception {
        Files.createSymbolicLink(root.resolve("in.yaml"), Path.of("a.yaml"));

        assertThat(tree.read("in.yaml")).isPresent();
    }

    @Test
    void linksThatLeadNowhereOrInACircleAreSaid() throws Exception {
        Files.createSymbolicLink(root.resolve("loop.yaml"), Path.of("loop.yaml"));
        Files.createSymbolicLink(root.resolve("gone.yaml"), Path.of("nothing.yaml"));

        refused("loop.yaml", "leads back to itself");
        refused("gone.yaml", "a file that does not exist");
    }

    @Test
    void aFolderIsNoFile() {
        refused(".", "is a folder");
    }

    @Test
    void aLargeFileIsRefusedByItsSizeAlone() throws Exception {
        try (RandomAccessFile large =
                new RandomAccessFile(root.resolve("large.yaml").toFile(), "rw")) {
            large.setLength(20L * 1024 * 1024);
        }

        refused("large.yaml", "has 20971520 bytes (20 MiB), but at most 1048576 bytes (1 MiB)");
    }

    @Test
    void anUnreadableFileIsSaid() {
        assumeFalse(
                root.resolve("a.yaml").toFile().setReadable(false)
                        && root.resolve("a.yaml").toFile().canRead(),
                "root reads everything");

        refused("a.yaml", "permission denied");
    }

    private void refused(String path, String why) {
        assertThatThrownBy(() -> tree.read(path)).isInstanceOf(Unreadable.class).hasMessageContaining(why);
    }
}
