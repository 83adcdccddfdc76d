// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The commands of the example module's page, pasted: they work where a reader finds them. */
@Execution(ExecutionMode.CONCURRENT)
class ExampleModuleE2eTest {
    @TempDir
    Path home;

    @Test
    void theCommandsWorkInAnUnpackedArchive() throws Exception {
        Path archive = home.resolve("an archive with spaces");
        copy(Shakebook.app(), archive);

        works(paste(archive));
    }

    @Test
    void theCommandsWorkInACloneThatWasNeverBuilt() throws Exception {
        Path clone = home.resolve("a clone with spaces");
        for (String part : new String[] {
            "shakebook", "pom.xml", "docs/example-module", "inventories", "modules/dist/src/main/dist/lib/launch.sh"
        }) {
            copy(Shakebook.REPOSITORY.resolve(part), clone.resolve(part));
        }
        Path maven = Files.createDirectories(home.resolve("bin")).resolve("mvn");
        Files.writeString(
                maven,
                "#!/bin/sh\nmkdir -p modules/dist/target; cp -r '%s' modules/dist/target/app\n"
                        .formatted(Shakebook.app()));
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        assertThat(clone.resolve("shakebook").toFile().setExecutable(true)).isTrue();

        works(paste(clone));
    }

    private static void works(Ended ended) {
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.out())
                .contains("labelled  (module)", "is valid with", "metadata.labels.owner", "2 objects changed");
    }

    private Ended paste(Path folder) throws Exception {
        String page = Files.readString(folder.resolve("docs/example-module/README.md"));
        String commands = page.split("```sh\n")[1].split("```")[0];
        Path script = Files.writeString(home.resolve("pasted"), "set -e\n" + commands);
        String tools = home.resolve("bin") + ":" + System.getProperty("java.home") + "/bin:" + System.getenv("PATH");
        return new Shakebook(home, script).in(folder).with("PATH", tools).run();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = file.equals(from)
                        ? to
                        : to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
