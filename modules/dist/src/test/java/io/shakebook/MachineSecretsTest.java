// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.formats.StandardFileFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Secrets that lie on the machine, through the whole program: written exactly, shown nowhere. */
@Execution(ExecutionMode.CONCURRENT)
class MachineSecretsTest {
    private static final String FILE_CANARY = "ca\"na\\ry$'{}-file";
    private static final String VARIABLE_CANARY = "canary-variable-7f";
    private static final String COMMAND_CANARY = "canary-command-7f";

    @TempDir
    Path folder;

    private DemoSite site;

    @BeforeEach
    void serve() throws Exception {
        site = new DemoSite(folder, Map.of("REDIS_B", VARIABLE_CANARY, "PATH", "/usr/bin:/bin"), Optional.empty());
        reference("redis-a", "file: ~/redis-a");
        reference("redis-b", "environment: REDIS_B");
        write("redis-a", "rw-------", FILE_CANARY + "\n");
        site.serve();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theyAreWrittenExactlyAndShownNowhere() throws Exception {
        site.shakebook("plan", "sync", "-v")
                .exits(0)
                .says("(#1) redis-a.password, from file ~/redis-a", "variable REDIS_B");
        site.shakebook("plan", "sync", "--format", "json").exits(0).says("\"file\": \"~/redis-a\"");
        site.shakebook("run", "sync", "--yes", "--confirm", "all", "-v").exits(0);
        assertThat(written())
                .containsEntry("source.password", FILE_CANARY)
                .containsEntry("target.password", VARIABLE_CANARY);
        site.shakebook("plan", "sync", "--exit-code").exits(0);
        site.command("inventory", "show", "-i", site.file("demo").toString(), "--origin")
                .exits(0);
        site.command("inventory", "export", "-i", site.file("demo").toString()).exits(0);
        shownNowhere();
    }

    @Test
    void theValueIsThatOfTheTimeOfWriting() throws Exception {
        String plan = folder.resolve("plan.json").toString();
        site.shakebook("plan", "sync", "--out", plan).exits(0);
        write("redis-a", "rw-------", "rotated-canary");
        site.command("apply", plan, "--yes", "--confirm", "all").exits(0);
        assertThat(written()).containsEntry("source.password", "rotated-canary");
        assertThat(Files.readString(Path.of(plan))).doesNotContain("canary");
        assertThat(site.everythingShown()).doesNotContain("rotated-canary");
    }

    @Test
    void aFileThatOthersCanReadStopsThePlan() throws Exception {
        write("redis-a", "rw-r--r--", FILE_CANARY);
        site.shakebook("plan", "sync").exits(6).says("can be read or written by others", "chmod 600");
        shownNowhere();
    }

    @Test
    void aCommandRunsOnlyIfTheMachineAllowsItWhateverTheInventorySays() throws Exception {
        write(
                "say",
                "rwx------",
                "#!/bin/sh\ntouch ran\necho " + COMMAND_CANARY + "\necho " + COMMAND_CANARY + " >&2\n");
        site.edit("demo/inventory.yaml", "environment: REDIS_B", "command: [~/say, redis-b]");
        site.shakebook("validate", "sync").exits(0);
        site.shakebook("plan", "sync")
                .exits(6)
                .says("command ~/say redis-b is not allowed", "secret-commands: [\"~/say\"]");
        assertThat(folder.resolve("ran")).doesNotExist();

        Files.createDirectories(folder.resolve(".config/shakebook"));
        Files.writeString(folder.resolve(".config/shakebook/config.yaml"), "secret-commands: [~/say]\n");
        site.shakebook("run", "sync", "--yes", "--confirm", "all", "-v").exits(0);
        assertThat(written()).containsEntry("target.password", COMMAND_CANARY);
        shownNowhere();
    }

    @Test
    void aCommandThatFailsIsSaidWithoutWhatItPrinted() throws Exception {
        write("say", "rwx------", "#!/bin/sh\necho " + COMMAND_CANARY + "\necho " + COMMAND_CANARY + " >&2\nexit 9\n");
        site.edit("demo/inventory.yaml", "environment: REDIS_B", "command: [~/say]");
        Files.createDirectories(folder.resolve(".config/shakebook"));
        Files.writeString(folder.resolve(".config/shakebook/config.yaml"), "secret-commands: [~/say]\n");
        site.shakebook("plan", "sync", "-v").exits(6).says("ended with code 9");
        shownNowhere();
    }

    private void shownNowhere() throws IOException {
        boolean ran = Files.isDirectory(site.file("state/shakebook/runs"));
        if (!ran) {
            Files.createDirectories(site.file("state/shakebook/runs"));
        }
        assertThat(site.everythingShown())
                .doesNotContain(FILE_CANARY, "na\\\\ry", "ry$'{}", VARIABLE_CANARY, COMMAND_CANARY);
    }

    private Map<String, Object> written() throws Exception {
        String toml = site.api("site-b")
                .get("/api/v1/namespaces/redis-b/configmaps/redis-sync-0")
                .value("/data/sync.toml");
        return new StandardFileFormats().named("toml").orElseThrow().read(toml);
    }

    private void reference(String entry, String reference) throws IOException {
        site.edit("demo/inventory.yaml", "      secret: " + entry + "-auth\n      key: password", "      " + reference);
    }

    private void write(String name, String mode, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
