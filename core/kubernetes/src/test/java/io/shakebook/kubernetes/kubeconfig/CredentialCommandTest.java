// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.kubernetes.http.Endpoint.ClientCertificate;
import io.shakebook.kubernetes.http.Endpoint.Credential;
import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.spi.kube.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands of kubeconfigs, with scripts that really run. */
class CredentialCommandTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String V1 = "\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\"";

    @TempDir
    Path folder;

    @Test
    void theKubeconfigAloneRunsNothingAndTheLineThatAllowsItIsSaid() throws Exception {
        login("touch \"$(dirname \"$0\")/ran\"");
        assertThatThrownBy(() -> endpoint("./login.sh", "", Set.of()))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining(
                        "gets its credential from the command \"" + script() + "\", which you do not allow")
                .hasMessageEndingWith("write credential-commands: [\"" + script() + "\"] into "
                        + folder.resolve(".config/shakebook/config.yaml"));
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"login.sh", "./login.sh", "other/login.sh", "/elsewhere/login.sh"})
    void anotherCommandOfTheSameNameIsAnotherCommand(String allowed) throws Exception {
        login("echo");
        assertThatThrownBy(() -> endpoint("./login.sh", "", Set.of(allowed)))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("do not allow");
    }

    @Test
    void aPathMayStartWithTheHomeFolderAndANameIsLookedUpInPath() throws Exception {
        login("echo '{" + V1 + ",\"status\":{\"token\":\"t\"}}'");
        assertThat(endpoint("./login.sh", "", Set.of("~/login.sh")).header()).contains("Bearer t");
        assertThatThrownBy(() -> endpoint("echo", "", Set.of("echo")).header())
                .isInstanceOf(Unreached.class)
                .hasMessageContaining("no ExecCredential");
    }

    @Test
    void itGetsArgumentsEnvironmentAndTheClusterIfItWantsToKnow() throws Exception {
        login(
                "echo '{" + V1 + ",\"status\":{\"token\":\"'$1-$EXTRA-$FROM_HERE'\"}}'",
                "echo \"$KUBERNETES_EXEC_INFO\" > \"$(dirname \"$0\")/info\"");
        Credential credential = endpoint(
                "./login.sh",
                "args: [one]\n        env: [{name: EXTRA, value: two}]\n" + "        provideClusterInfo: true",
                Set.of(script()));
        assertThat(credential.header()).contains("Bearer one-two-three");
        assertThat(Files.readString(folder.resolve("info")))
                .contains("\"interactive\": false")
                .contains("\"server\": \"https://10.0.0.1:6443\"")
                .contains("\"certificate-authority-data\": \"dGhlIGF1dGhvcml0eQ==\"")
                .contains("\"config\": {\"audience\": \"prod\"}");
        endpoint("./login.sh", "", Set.of(script())).header();
        assertThat(Files.readString(folder.resolve("info"))).doesNotContain("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH", "LD_PRELOAD", "DYLD_INSERT_LIBRARIES"})
    void theKubeconfigCannotMakeAnAllowedCommandRunOtherCode(String variable) throws Exception {
        login("echo");
        assertThatThrownBy(() -> endpoint("./login.sh", "env: [{name: " + variable + ", value: x}]", Set.of(script())))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("sets " + variable);
    }

    @Test
    void whatCouldNotAnswerIsRefusedBeforeItRuns() throws Exception {
        login("echo");
        assertThatThrownBy(() -> endpoint("./login.sh", "interactiveMode: Always", Set.of(script())))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("wants to ask somebody");
        config("./login.sh", "", "client.authentication.k8s.io/v1alpha1");
        assertThatThrownBy(() -> access(Set.of(script())).endpoint(context()))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("speaks \"client.authentication.k8s.io/v1alpha1\"");
    }

    @Test
    void itIsRunAgainAMinuteBeforeItsCredentialExpires() throws Exception {
        String count = "echo x >> \"$(dirname \"$0\")/runs\"";
        login(
                count,
                "echo '{" + V1 + ",\"status\":{\"token\":\"t\",\"expirationTimestamp\":\"2026-01-01T00:10:00Z\"}}'");
        Credential lasting = endpoint("./login.sh", "", Set.of(script()));
        lasting.header();
        lasting.header();
        assertThat(Files.readAllLines(folder.resolve("runs"))).hasSize(1);
        login(
                count,
                "echo '{" + V1 + ",\"status\":{\"token\":\"t\",\"expirationTimestamp\":\"2026-01-01T00:00:30Z\"}}'");
        Credential brief = endpoint("./login.sh", "", Set.of(script()));
        brief.header();
        brief.header();
        assertThat(Files.readAllLines(folder.resolve("runs"))).hasSize(2);
        login(
                count,
                "echo '{" + V1 + ",\"status\":{\"token\":\"t\",\"expirationTimestamp\":\"2025-12-31T23:59:59Z\"}}'");
        Credential over = endpoint("./login.sh", "", Set.of(script()));
        over.header();
        over.header();
        assertThat(Files.readAllLines(folder.resolve("runs"))).hasSize(4);
    }

    @Test
    void aCertificateFromACommandIsUsed() throws Exception {
        login("echo '{" + V1 + ",\"status\":{\"clientCertificateData\":\"chain\",\"clientKeyData\":\"key\"}}'");
        Credential credential = endpoint("./login.sh", "", Set.of(script()));
        assertThat(credential.certificate()).contains(new ClientCertificate("chain", "key"));
        assertThat(credential.header()).isEmpty();
        assertThat(credential.toString()).doesNotContain("chain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret-token",
                "{\"status\":{\"token\":\"secret-token\"}}",
                "{\"apiVersion\":\"client.authentication.k8s.io/v1beta1\",\"kind\":\"ExecCredential\",\"status\":{\"token\":\"secret-token\"}}",
                "{" + V1 + ",\"status\":{\"secret-token\":\"x\"}}",
                "{" + V1 + ",\"status\":{\"clientKeyData\":\"secret-token\"}}",
                "{" + V1 + ",\"status\":{\"token\":\"secret-token\",\"expirationTimestamp\":\"secret-token\"}}"
            })
    void anAnswerThatIsNoneIsSaidSoWithoutQuotingIt(String answer) throws Exception {
        login("echo '" + answer + "'");
        assertThatThrownBy(() -> endpoint("./login.sh", "", Set.of(script())).header())
                .isInstanceOf(Unreached.class)
                .hasMessageContaining(
                        "the command \"./login.sh\", from which the kubeconfig gets its credential, answered")
                .message()
                .doesNotContain("secret-token");
    }

    @Test
    void aCommandThatFailsIsSaidSoWithoutItsOutput() throws Exception {
        login("echo secret-token", "echo secret-token >&2", "exit 3");
        assertThatThrownBy(() -> endpoint("./login.sh", "", Set.of(script())).header())
                .hasMessageContaining("ended with code 3")
                .message()
                .doesNotContain("secret-token");
        assertThatThrownBy(() -> endpoint(
                                "no-such-command-here",
                                "installHint: get it from the shop",
                                Set.of("no-such-command-here"))
                        .header())
                .hasMessageEndingWith("cannot be run: get it from the shop");
    }

    @Test
    void aCommandThatDoesNotEndIsEnded() {
        Manifest exec = new Manifest(Map.of("command", "sh", "apiVersion", "client.authentication.k8s.io/v1"));
        Credential credential = new CredentialCommand(
                exec, () -> new ProcessBuilder("sh", "-c", "sleep 600 & wait"), NOW, Duration.ofMillis(50));
        assertThatThrownBy(credential::header)
                .isInstanceOf(Unreached.class)
                .hasMessageContaining("did not end within 0.05 s");
    }

    private Credential endpoint(String command, String more, Set<String> allowed) throws Exception {
        config(command, more, "client.authentication.k8s.io/v1");
        return access(allowed).endpoint(context()).credential();
    }

    private void config(String command, String more, String version) throws IOException {
        Files.writeString(
                folder.resolve("config"), """
                contexts: [{name: prod, context: {cluster: c, user: u}}]
                clusters:
                  - name: c
                    cluster:
                      server: "https://10.0.0.1:6443"
                      certificate-authority-data: dGhlIGF1dGhvcml0eQ==
                      extensions: [{name: client.authentication.k8s.io/exec, extension: {audience: prod}}]
                users:
                  - name: u
                    user:
                      exec:
                        command: %s
                        apiVersion: %s
                        %s
                """.formatted(command, version, more.replace("\n        ", "\n        ")));
    }

    private String script() {
        return folder.resolve("login.sh").toString();
    }

    private void login(String... lines) throws IOException {
        Path file = folder.resolve("login.sh");
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private ContextAccess access(Set<String> commands) {
        Map<String, String> environment =
                Map.of("FROM_HERE", "three", "PATH", System.getenv().getOrDefault("PATH", ""));
        return new ContextAccess(new Surroundings(environment, folder, folder, commands), NOW);
    }

    private static ClusterEntry.Kubeconfig context() {
        return new ClusterEntry.Kubeconfig(Optional.of("config"), "prod", Optional.empty(), Optional.empty());
    }
}
