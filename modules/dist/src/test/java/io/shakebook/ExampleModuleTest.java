// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The documented module, built outside of Shakebook: compiled against the SPI, dropped into a folder, used. */
@Execution(ExecutionMode.CONCURRENT)
class ExampleModuleTest {
    private static final String PLAYBOOK = "example-module/example";

    @TempDir
    Path folder;

    private Path modules;

    @BeforeEach
    void build() throws Exception {
        modules = Files.createDirectories(folder.resolve("installation/modules"));
        Files.move(ExampleJar.in(Files.createDirectories(folder.resolve("build"))), modules.resolve("labelled.jar"));
    }

    @Test
    void itsJarIsUsedFromAFolderThatTheEnvironmentNames() throws Exception {
        isUsed(new DemoSite(folder.resolve("site"), Map.of("SHAKEBOOK_MODULES", modules.toString()), Optional.empty()));
    }

    @Test
    void itsJarIsUsedFromTheInstallation() throws Exception {
        isUsed(new DemoSite(folder.resolve("site"), Map.of(), Optional.of(folder.resolve("installation"))));
    }

    @Test
    void withoutItsJarThePlaybookIsAMistake() throws Exception {
        try (DemoSite site = new DemoSite(folder.resolve("site"))) {
            example(site);
            site.shakebook("validate", PLAYBOOK).exits(65).says("labelled");
        }
    }

    private static void isUsed(DemoSite site) throws Exception {
        try (site) {
            example(site);
            site.serve();
            site.command("modules", "list").exits(0).says("labelled One label on a ConfigMap that exists already");
            site.command("modules", "show", "labelled").exits(0).says("Value of the label");
            site.command("generate-completion").exits(0).says("\"labelled\"", "\"redis-pair\"");
            site.shakebook("validate", PLAYBOOK).exits(0);
            site.shakebook("plan", PLAYBOOK, "--exit-code").exits(2).says("metadata.labels.owner", "shop-team");
            site.run(PLAYBOOK).exits(0).says("2 objects changed");

            assertThat(site.api("site-b")
                            .get("/api/v1/namespaces/redis-b/configmaps/greeting")
                            .value("/metadata/labels/owner"))
                    .isEqualTo("shop-team");
            site.shakebook("plan", PLAYBOOK, "--exit-code").exits(0);
        }
    }

    private static void example(DemoSite site) throws Exception {
        site.playbook(PLAYBOOK, Files.readString(Path.of("../../docs/example-module/example.yaml")));
    }
}
