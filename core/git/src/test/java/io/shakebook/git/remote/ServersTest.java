// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.shakebook.testkit.git.GitProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against real servers on loopback. */
class ServersTest {
    @TempDir
    Path folder;

    private Path repositories;
    private GitProgram git;
    private Machine machine;
    private String first;
    private String second;

    @BeforeEach
    void repository() throws IOException {
        repositories = folder.resolve("repositories");
        git = GitProgram.init(repositories.resolve("ops"));
        first = git.change("inventories/demo/inventory.yaml", "inventory: demo\n");
        git.run("tag", "v1");
        second = git.change("inventories/demo/inventory.yaml", "inventory: demo2\n");
        machine = new Machine(Files.createDirectories(folder.resolve("home")));
    }

    private void everythingIsFoundAt(String url) throws Exception {
        assertThat(machine.fetch(url, "").commit()).isEqualTo(second);
        assertThat(machine.fetch(url, "").commit()).isEqualTo(second);
        assertThat(machine.fetch(url, "v1").commit()).isEqualTo(first);
        assertThat(machine.fetch(url, "HEAD~1").commit()).isEqualTo(first);
        assertThat(machine.fetch(url, first).commit()).isEqualTo(first);
        String third = git.change("a", "three");
        Fetched moved = machine.fetch(url, "");
        assertThat(moved.commit()).isEqualTo(third);
        assertThat(moved.notes()).isEmpty();
    }

    private RemoteFault fault(String url) {
        return catchThrowableOfType(RemoteFault.class, () -> machine.fetch(url, "main"));
    }

    @Test
    void gitDaemon() throws Exception {
        try (Server server = Server.gitDaemon(repositories)) {
            everythingIsFoundAt("git://127.0.0.1:" + server.port() + "/ops");
            assertThat(fault("git://127.0.0.1:" + server.port() + "/none"))
                    .hasMessageContaining("there is no repository");
        }
        assertThat(fault("git://127.0.0.1:" + Server.free() + "/ops")).hasMessageContaining("cannot be reached");
    }

    @Test
    void httpsWithAnAuthorityOfOnesOwn() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Path authority = WebServer.certificate(keys);
        try (WebServer server = WebServer.secure(repositories, keys)) {
            assertThat(fault(server.url("ops"))).hasMessageContaining("the certificate of localhost");
            machine.authorities = java.util.Optional.of(authority);
            everythingIsFoundAt(server.url("ops"));
            assertThat(fault(server.url("none"))).hasMessageContaining("there is no repository");
            machine.authorities = java.util.Optional.of(git.folder().resolve("a"));
            assertThat(fault(server.url("ops"))).hasMessageContaining("certificate authorities");
        }
    }

    @Test
    void aTokenOfTheEnvironmentOrOfAFileIsGivenToWhoAsks() throws Exception {
        try (WebServer server = WebServer.plain(repositories).asking("ada", "s3cret@")) {
            String url = server.url("ops");
            assertThat(fault(url).remedy()).contains("SHAKEBOOK_GIT_TOKEN");
            Path file = machine.home.resolve("git-credentials");
            Files.writeString(file, "https://x:y@elsewhere\n" + url.replace("://", "://ada:s3cret%40@") + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            assertThat(fault(url).remedy()).isEqualTo("chmod 600 " + file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            assertThat(machine.fetch(url, "main").commit()).isEqualTo(second);
            machine.environment.put("SHAKEBOOK_GIT_TOKEN", "wr0ng");
            RemoteFault wrong = fault(url);
            assertThat(wrong).hasMessageContaining("does not let us read");
            assertThat(wrong.getMessage() + wrong.remedy()).doesNotContain("wr0ng", "s3cret");
            machine.environment.put("SHAKEBOOK_GIT_HOST", "elsewhere");
            assertThat(machine.fetch(url, "main").commit()).isEqualTo(second);
            machine.environment.clear();
            machine.environment.put("SHAKEBOOK_GIT_USER", "ada");
            machine.environment.put("SHAKEBOOK_GIT_TOKEN", "s3cret@");
            Files.delete(file);
            assertThat(machine.fetch(url, "v1").commit()).isEqualTo(first);
        }
    }

    @Test
    void noOtherHostIsAskedAndNoneGetsThePassword() throws Exception {
        machine.environment.put("SHAKEBOOK_GIT_USER", "ada");
        machine.environment.put("SHAKEBOOK_GIT_TOKEN", "s3cret");
        try (WebServer other = WebServer.plain(repositories);
                WebServer server = WebServer.plain(repositories)
                        .asking("ada", "s3cret")
                        .sendingOnTo(other.url("").replaceFirst("/$", ""))) {
            RemoteFault fault = fault(server.url("moved/ops"));
            assertThat(fault)
                    .hasMessageContaining(
                            "sends us on to another host", other.url("").replaceFirst("/$", ""));
            assertThat(other.seen()).isEmpty();
        }
    }

    @Test
    void theSameHostMaySendUsOn() throws Exception {
        try (WebServer server = WebServer.plain(repositories)) {
            server.sendingOnTo(server.url("").replaceFirst("/$", ""));
            assertThat(machine.fetch(server.url("moved/ops"), "main").commit()).isEqualTo(second);
        }
    }

    @Test
    void sshWithAKeyOfTheUser() throws Exception {
        assumeTrue(Server.sshdIsHere(), "no sshd (apt install openssh-server)");
        Path ssh = Files.createDirectories(machine.home.resolve(".ssh"));
        Server.keygen(ssh.resolve("id_ed25519"), "");
        try (Server server = Server.sshd(folder, ssh.resolve("id_ed25519.pub"))) {
            String user = System.getProperty("user.name");
            String url = "ssh://" + user + "@127.0.0.1:" + server.port() + git.folder();
            RemoteFault unknown = fault(url);
            assertThat(unknown).hasMessageContaining("is not in " + ssh.resolve("known_hosts"));
            assertThat(unknown).hasMessageContaining("SHA256:");
            assertThat(unknown.remedy()).contains("ssh-keyscan -p " + server.port() + " 127.0.0.1 >> ");
            assertThat(ssh.resolve("known_hosts")).doesNotExist();
            known(ssh, server, folder.resolve("host-key.pub"));
            everythingIsFoundAt(url);
            assertThat(fault(url + "-none")).hasMessageContaining("there is no repository");
            Files.writeString(ssh.resolve("config"), "Host *\n  StrictHostKeyChecking no\n");
            known(ssh, server, ssh.resolve("id_ed25519.pub"));
            assertThat(fault(url)).hasMessageContaining("has another one");
        }
    }

    private static void known(Path ssh, Server server, Path key) throws IOException {
        Files.writeString(ssh.resolve("known_hosts"), "[127.0.0.1]:" + server.port() + " " + Files.readString(key));
    }

    @Test
    void sshWithAnAgentSinceTheKeyHasAPassphrase() throws Exception {
        assumeTrue(Server.sshdIsHere(), "no sshd (apt install openssh-server)");
        Path ssh = Files.createDirectories(machine.home.resolve(".ssh"));
        Path agentsKey = folder.resolve("agents-key");
        Server.keygen(agentsKey, "");
        Server.keygen(ssh.resolve("id_ed25519"), "a passphrase");
        Path socket = folder.resolve("agent");
        Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString()).start();
        try (Server server = Server.sshd(folder, folder.resolve("agents-key.pub"))) {
            known(ssh, server, folder.resolve("host-key.pub"));
            String url = "ssh://" + System.getProperty("user.name") + "@127.0.0.1:" + server.port() + git.folder();
            RemoteFault locked = fault(url);
            assertThat(locked).hasMessageContaining("does not let us read");
            assertThat(locked.remedy()).contains("ssh-add");
            add(agentsKey, socket);
            machine.environment.put("SSH_AUTH_SOCK", socket.toString());
            assertThat(machine.fetch(url, "main").commit()).isEqualTo(second);
        } finally {
            agent.destroy();
        }
    }

    private static void add(Path key, Path socket) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of("ssh-add", "-q", key.toString()));
        builder.environment().put("SSH_AUTH_SOCK", socket.toString());
        assertThat(builder.inheritIO().start().waitFor()).isZero();
    }
}
