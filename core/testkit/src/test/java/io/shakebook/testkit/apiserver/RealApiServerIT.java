// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real API server starts, tells who asked what, and leaves nothing behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealApiServerIT {
    private static final String MAPS = "/api/v1/namespaces/default/configmaps";

    private Optional<RealApiServer> started = Optional.empty();

    @BeforeAll
    void start() throws IOException {
        started = Optional.of(RealApiServer.start(assets()));
    }

    @AfterAll
    void stop() {
        started.ifPresent(RealApiServer::close);
    }

    private static Path assets() {
        return RealApiServer.assetsOrSkip();
    }

    private RealApiServer real() {
        return started.orElseThrow();
    }

    private ApiClient client() {
        return new ApiClient(real().server());
    }

    private List<AuditEntry> mine(String name) {
        return real().audit().stream()
                .filter(entry -> entry.uri().contains(name))
                .toList();
    }

    @Test
    void theAuditLogTellsADryRunFromAWrite() {
        String body = "{metadata: {name: 'audited'}, apiVersion: 'v1', kind: 'ConfigMap'}";
        client().apply("a", MAPS + "/audited?dryRun=All", body).is(201);
        client().apply("a", MAPS + "/audited", body).is(201);
        client().delete(MAPS + "/audited", "{dryRun: ['All']}").is(200);
        client().delete(MAPS + "/audited").is(200);
        client().delete(MAPS + "/audited").is(404);
        List<AuditEntry> mine = mine("audited");
        assertThat(mine).extracting(AuditEntry::verb).containsExactly("patch", "patch", "delete", "delete", "delete");
        assertThat(mine).extracting(AuditEntry::dryRun).containsExactly(true, false, true, false, false);
        assertThat(mine).extracting(AuditEntry::wrote).containsExactly(false, true, false, true, false);
        assertThat(mine).extracting(AuditEntry::code).containsExactly(201, 201, 200, 200, 404);
        assertThat(mine).extracting(AuditEntry::user).containsOnly("admin");
    }

    @Test
    void theAuditLogNamesTheUserAgent() {
        client().send("GET", MAPS + "/seen", Map.of("User-Agent", "a-test/1"), "")
                .is(404);
        assertThat(mine("seen")).extracting(AuditEntry::userAgent).containsExactly("a-test/1");
    }

    @Test
    void withoutTheTokenNobodyIsLetIn() {
        ApiServer anonymous = new ApiServer(
                real().server().uri(),
                Map.of(),
                real().server().tls(),
                real().server().abilities());
        new ApiClient(anonymous).get(MAPS).is(403);
        ApiServer wrong = new ApiServer(
                anonymous.uri(), Map.of("Authorization", "Bearer wrong"), anonymous.tls(), anonymous.abilities());
        new ApiClient(wrong).get(MAPS).is(401);
    }

    @Test
    void theKubeconfigNamesServerAndToken() throws IOException {
        assertThat(Files.readString(real().kubeconfig()))
                .contains("server: \"" + real().server().uri() + "\"")
                .contains("certificate-authority-data: \"LS0t")
                .contains("token: \"" + real().token() + "\"")
                .contains("current-context: real");
    }

    @Test
    void afterCloseThereIsNeitherServerNorFolder() throws IOException {
        RealApiServer other = RealApiServer.start(assets());
        ApiClient client = new ApiClient(other.server());
        Path folder = other.kubeconfig().getParent();
        client.get("/readyz").is(200);
        other.close();
        other.close();
        assertThat(folder).doesNotExist();
        assertThatThrownBy(() -> client.get("/readyz")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aServerThatDoesNotStartSaysWhyAndLeavesNothing(@TempDir Path broken) throws IOException {
        script(broken.resolve("etcd"), "exec '" + assets().resolve("etcd") + "' \"$@\"");
        script(broken.resolve("kube-apiserver"), "pwd > '" + broken + "/folder'; echo no good flag >&2; exit 7");
        assertThatThrownBy(() -> RealApiServer.start(broken))
                .hasMessageContaining("kube-apiserver ended with code 7")
                .hasMessageContaining("no good flag");
        assertThat(Path.of(Files.readString(broken.resolve("folder")).strip())).doesNotExist();
    }

    private static void script(Path file, String command) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
