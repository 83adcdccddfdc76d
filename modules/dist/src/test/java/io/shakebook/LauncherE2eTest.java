// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The launcher: where it may be started from, which Java it takes, and class-data archives that never get in the way. */
@Execution(ExecutionMode.CONCURRENT)
class LauncherE2eTest {
    @TempDir
    Path home;

    @Test
    void saysItsVersionFromAnyFolderAndThroughALink() throws Exception {
        Path link =
                Files.createSymbolicLink(home.resolve("a link"), Shakebook.app().resolve("bin/shakebook"));
        Ended ended = new Shakebook(home, link).in(home).run("--version");
        assertThat(ended).isEqualTo(new Ended(0, "shakebook 0.1.0\n", ""));
    }

    @Test
    void runsFromAFolderWithSpaces() throws Exception {
        Path place = copy(home.resolve("a place with spaces"));
        Ended ended =
                new Shakebook(home, place.resolve("bin/shakebook")).in(home).run("version");
        assertThat(ended).isEqualTo(new Ended(0, "shakebook 0.1.0\n", ""));
    }

    @Test
    void aJavaThatIsTooOldIsSaidInOneLine() throws Exception {
        Path old = Files.createDirectories(home.resolve("jdk-11/bin")).getParent();
        Files.createFile(old.resolve("bin/java")).toFile().setExecutable(true);
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Ended ended =
                new Shakebook(home).with("SHAKEBOOK_JAVA_HOME", old.toString()).run("--version");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err().lines()).singleElement().asString().contains("needs Java 17 or later", "is 11.0.2");
    }

    @Test
    void anArchiveIsMadeOnRequestOnceAndUsed() throws Exception {
        assertThat(ArchiveCache.files(ArchiveCache.folder(), ".jsa")).hasSize(1);
        LoadedClasses loaded = LoadedClasses.of(Shakebook.started(home), home, "--version");
        assertThat(loaded.origin("io.shakebook.Main")).contains("shared objects file");
    }

    @Test
    void anArchiveThatIsCutOffOrNotOursIsPassedOver() throws Exception {
        Path archive = ArchiveCache.files(ArchiveCache.folder(), ".jsa").get(0);
        Path broken = home.resolve("cache")
                .resolve(ArchiveCache.folder().relativize(archive).toString());
        Files.createDirectories(broken.getParent());
        Files.write(broken, new byte[] {1, 2, 3});
        Files.writeString(broken.resolveSibling(broken.getFileName() + ".made-from"), "elsewhere\n");
        assertThat(new Shakebook(home).run("--version")).isEqualTo(new Ended(0, "shakebook 0.1.0\n", ""));
    }

    @Test
    void archivesOfOlderBuildsAreDeletedAndNothingElse() throws Exception {
        Path cache = home.resolve("cache/shakebook");
        for (String other : new String[] {"a".repeat(32), "b".repeat(32), "kube-apiserver", "c".repeat(31)}) {
            Files.createDirectories(cache.resolve(other).resolve("1.36.3"));
        }
        new Shakebook(home).with("SHAKEBOOK_CDS", "now").run("--version");
        assertThat(ArchiveCache.files(cache, ".jsa")).hasSize(1);
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left.map(path -> path.getFileName().toString()).filter(name -> !name.matches("[ab]{32}")))
                    .hasSize(3)
                    .contains("kube-apiserver", "c".repeat(31));
        }
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left.map(path -> path.getFileName().toString()).filter(name -> name.matches("[ab]{32}")))
                    .hasSize(1);
        }
    }

    @Test
    void noArchiveIsMadeUnaskedWithoutATerminal() throws Exception {
        new Shakebook(home).run("--version");
        assertThat(home.resolve("cache")).doesNotExist();
    }

    @Test
    void aCacheThatCannotBeWrittenIsNoHindrance() throws Exception {
        Path file = Files.createFile(home.resolve("no-folder"));
        Ended ended = new Shakebook(home)
                .with("SHAKEBOOK_CDS", "now")
                .with("XDG_CACHE_HOME", file.toString())
                .run("--version");
        assertThat(ended).isEqualTo(new Ended(0, "shakebook 0.1.0\n", ""));
    }

    private static Path copy(Path to) throws IOException {
        try (Stream<Path> all = Files.walk(Shakebook.app())) {
            all.forEach(path -> {
                try {
                    Path target = to.resolve(Shakebook.app().relativize(path).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(path, target);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return to;
    }
}
