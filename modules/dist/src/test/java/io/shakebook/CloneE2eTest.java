// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code ./shakebook} of a clone builds when it must and only then; the build itself is played by a copy of what was built. */
@Execution(ExecutionMode.CONCURRENT)
class CloneE2eTest {
    private static final Ended VERSION = new Ended(0, "shakebook 0.1.0\n", "");
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir
    Path home;

    private Path clone;
    private Path source;

    @BeforeEach
    void checkOut() throws Exception {
        clone = home.resolve("a clone with spaces");
        for (String file : List.of("shakebook", "pom.xml", "modules/dist/src/main/dist/lib/launch.sh")) {
            Files.createDirectories(clone.resolve(file).getParent());
            Files.copy(Shakebook.REPOSITORY.resolve(file), clone.resolve(file));
        }
        source =
                Files.createDirectories(clone.resolve("core/spi/src/main/java")).resolve("Some.java");
        Files.createFile(source);
        Path maven = Files.createDirectories(home.resolve("bin")).resolve("mvn");
        Files.writeString(maven, """
                #!/bin/sh
                echo built >> '%s'
                [ -e modules/dist/target/app ] || cp -r '%s' modules/dist/target/app
                """.formatted(home.resolve("builds"), Shakebook.app()));
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void buildsItselfTheFirstTimeOnly() throws Exception {
        assertThat(start().err()).startsWith("shakebook: building from source");
        assertThat(start()).isEqualTo(VERSION);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainForANewerSourcePomOrJava() throws Exception {
        start();
        Path stamp = clone.resolve("modules/dist/target/app/built");
        for (Path changed : List.of(source, clone.resolve("pom.xml"))) {
            int before = builds();
            Files.setLastModifiedTime(changed, later(stamp));
            start();
            assertThat(builds()).as(changed + " is newer").isEqualTo(before + 1);
            Files.setLastModifiedTime(changed, LONG_AGO);
        }
        int before = builds();
        Files.writeString(stamp, "11\n");
        start();
        assertThat(builds()).as("built with an older Java").isEqualTo(before + 1);
        assertThat(start()).isEqualTo(VERSION);
        assertThat(builds()).isEqualTo(before + 1);
    }

    @Test
    void aTestIsNoReasonToBuild() throws Exception {
        start();
        Path test =
                Files.createDirectories(clone.resolve("core/spi/src/test/java")).resolve("SomeTest.java");
        Files.createFile(test);
        Files.setLastModifiedTime(test, later(clone.resolve("modules/dist/target/app/built")));
        assertThat(start()).isEqualTo(VERSION);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aLinkFromElsewhereStartsTheSame() throws Exception {
        start();
        Path link = Files.createSymbolicLink(home.resolve("a link"), clone.resolve("shakebook"));
        assertThat(launcher(link).run("--version")).isEqualTo(VERSION);
        assertThat(builds()).isEqualTo(1);
    }

    private Ended start() throws Exception {
        return launcher(clone.resolve("shakebook")).run("--version");
    }

    private Shakebook launcher(Path file) {
        return new Shakebook(home, file).in(home).with("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
    }

    private static FileTime later(Path stamp) throws Exception {
        return FileTime.fromMillis(Files.getLastModifiedTime(stamp).toMillis() + 1000);
    }

    private int builds() throws Exception {
        return Files.readAllLines(home.resolve("builds")).size();
    }
}
