// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.engine.change.Secrets.Missing;
import io.shakebook.kubernetes.kubeconfig.Surroundings;
import io.shakebook.spi.value.SecretPlace;
import io.shakebook.spi.value.SecretPlace.FromCommand;
import io.shakebook.spi.value.SecretPlace.InEnvironment;
import io.shakebook.spi.value.SecretPlace.InFile;
import io.shakebook.spi.value.SecretRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files, variables, and commands that really run. */
class MachineSecretsTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path home;

    @Test
    void aFileIsReadEachTimeWithoutItsLastLineBreak() throws Exception {
        file("rw-------", "hunter2\n");
        assertThat(open(new InFile("~/secret"))).isEqualTo("hunter2");
        file("r--------", "hunter3\r\n");
        assertThat(open(new InFile(home.resolve("secret").toString()))).isEqualTo("hunter3");
        file("rw-------", "two\nlines\n\n");
        assertThat(open(new InFile("~/secret"))).isEqualTo("two\nlines\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw-rw-rw-"})
    void aFileThatOthersCanReadOrWriteIsRefused(String mode) throws Exception {
        file(mode, "hunter2");
        refuses(new InFile("~/secret"), "can be read or written by others", "chmod 600");
    }

    @Test
    void onlyAPlainFileThatIsThereAndSmallIsRead() throws Exception {
        refuses(new InFile("~/secret"), "is not there", "create it");
        file("rw-------", "hunter2");
        Files.createSymbolicLink(home.resolve("link"), home.resolve("secret"));
        refuses(new InFile("~/link"), "is a symbolic link", "name the file itself");
        Files.createDirectory(home.resolve("folder"));
        refuses(new InFile("~/folder"), "is no regular file", "name a file");
        file("rw-------", "x".repeat(64 * 1024 + 1));
        refuses(new InFile("~/secret"), "is larger than 64 KiB", "alone");
        file("rw-------", "\n");
        refuses(new InFile("~/secret"), "is empty", "write");
        Files.write(home.resolve("secret"), new byte[] {(byte) 0xff, (byte) 0xfe});
        refuses(new InFile("~/secret"), "is not a text in UTF-8", "text");
    }

    @Test
    void aVariableIsThatOfTheProcess() throws Exception {
        assertThat(open(new InEnvironment("REDIS_PASSWORD"))).isEqualTo("hunter2");
        refuses(new InEnvironment("OTHER"), "is not set", "set OTHER where you start Shakebook");
    }

    @Test
    void aCommandRunsOnlyIfTheMachineAllowsIt() throws Exception {
        script("touch ran; echo hunter2");
        refuses(
                command(LONG, "~/say.sh"),
                "is not allowed on this machine",
                "write secret-commands: [\"~/say.sh\"] into ");
        assertThat(home.resolve("ran")).doesNotExist();
        assertThat(open(command(LONG, "~/say.sh"), "~/say.sh")).isEqualTo("hunter2");
        assertThat(home.resolve("ran")).as("the folder is the user's home").exists();
    }

    @Test
    void argumentsReachItAsTheyAreAndNoShellSeesThem() throws Exception {
        assertThat(open(command(LONG, "printf", "%s|", "a b", "$HOME", "$(id)", ";ls"), "printf"))
                .isEqualTo("a b|$HOME|$(id)|;ls|");
    }

    @Test
    void itsEnvironmentIsSmallAndItHasNoInput() throws Exception {
        script("cat; env | cut -d= -f1 | sort | tr '\\n' ' '");
        assertThat(open(command(LONG, "~/say.sh"), "~/say.sh").split(" "))
                .contains("PATH", "VAULT_ADDR")
                .doesNotContain("REDIS_PASSWORD", "LD_PRELOAD");
    }

    @Test
    void whatItSaysInAFailureIsNotRepeated() throws Exception {
        script("echo hunter2; echo hunter2 >&2; exit 3");
        refuses(command(LONG, "~/say.sh"), "ended with code 3", "run it yourself", "~/say.sh");
        script("echo");
        refuses(command(LONG, "~/say.sh"), "printed nothing", "run it yourself", "~/say.sh");
        script("head -c 70000 /dev/zero | tr '\\0' x");
        refuses(command(LONG, "~/say.sh"), "printed more than 64 KiB", "alone", "~/say.sh");
        refuses(command(LONG, "/nowhere/say"), "cannot be started", "install it", "/nowhere/say");
    }

    @Test
    void oneThatTakesTooLongIsEndedWithAllThatItStarted() throws Exception {
        script("sleep 600 & echo $! > child; wait");
        refuses(command(Duration.ofMillis(700), "~/say.sh"), "did not end within 0.7 s", "within:", "~/say.sh");
        long child = Long.parseLong(Files.readString(home.resolve("child")).strip());
        ProcessHandle.of(child).ifPresent(left -> left.onExit().join());
    }

    @Test
    void whatItSaidHoldsForAMoment() throws Exception {
        script("echo run >> runs; wc -l < runs");
        MachineSecrets secrets = secrets("~/say.sh");
        SecretRef ref = new SecretRef("redis-a.password", command(LONG, "~/say.sh"));
        assertThat(secrets.open(ref).strip())
                .isEqualTo(secrets.open(ref).strip())
                .isEqualTo("1");
        now = now.plusSeconds(31);
        assertThat(secrets.open(ref).strip()).isEqualTo("2");
    }

    private void file(String mode, String text) throws IOException {
        Path file = home.resolve("secret");
        Files.deleteIfExists(file);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private void script(String... lines) throws IOException {
        Path script = home.resolve("say.sh");
        Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private static FromCommand command(Duration within, String... line) {
        return new FromCommand(List.of(line), within);
    }

    private String open(SecretPlace place, String... allowed) throws Missing {
        return secrets(allowed).open(new SecretRef("redis-a.password", place));
    }

    private void refuses(SecretPlace place, String why, String remedy, String... allowed) {
        assertThatThrownBy(() -> open(place, allowed))
                .isInstanceOfSatisfying(
                        Missing.class, e -> assertThat(e.remedy()).contains(remedy))
                .hasMessageContaining("redis-a.password", place.shown(), why)
                .message()
                .doesNotContain("hunter");
    }

    private MachineSecrets secrets(String... allowed) {
        Map<String, String> environment = Map.of(
                "PATH", System.getenv("PATH"),
                "REDIS_PASSWORD", "hunter2",
                "LD_PRELOAD", "",
                "VAULT_ADDR", "https://vault");
        Surroundings surroundings =
                new Surroundings(environment, home, home, Set.of(), Set.of(allowed), Set.of("VAULT_ADDR"));
        return new MachineSecrets(surroundings, new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
    }
}
