// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.kubernetes.http.Endpoint;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextAccessTest {
    private static final String CONFIG = """
            apiVersion: v1
            kind: Config
            current-context: other
            contexts:
              - {name: prod, context: {cluster: c1, user: u1}}
              - {name: other, context: {cluster: c2, user: u1}}
              - {name: no-cluster, context: {cluster: gone, user: u1}}
              - {name: no-user, context: {cluster: c1, user: gone}}
              - {name: by-file, context: {cluster: c1, user: file}}
              - {name: by-password, context: {cluster: c1, user: password}}
              - {name: sni, context: {cluster: c3, user: u1}}
              - {name: sni-by-proxy, context: {cluster: c4, user: u1}}
              - {name: both, context: {cluster: c5, user: u1}}
            clusters:
              - {name: c1, cluster: {server: "https://10.0.0.1:6443/", certificate-authority: ca.pem}}
              - {name: c2, cluster: {server: "https://10.0.0.2:6443", insecure-skip-tls-verify: true}}
              - {name: c3, cluster: {server: "https://10.0.0.3:6443", tls-server-name: x}}
              - {name: c4, cluster: {server: "https://10.0.0.4:6443", tls-server-name: x, proxy-url: "http://proxy:3128"}}
              - {name: c5, cluster: {server: "https://10.0.0.5:6443", certificate-authority: ca.pem, insecure-skip-tls-verify: true}}
            users:
              - {name: u1, user: {token: secret-token}}
              - {name: file, user: {tokenFile: token.txt}}
              - {name: password, user: {username: me, password: pw}}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("config"), CONFIG);
        Files.writeString(folder.resolve("ca.pem"), "the authority");
        Files.writeString(folder.resolve("token.txt"), "file-token\n");
    }

    @Test
    void theNamedContextCountsAndNotTheCurrentOne() throws Exception {
        Endpoint endpoint = access(Map.of()).endpoint(context("prod"));
        assertThat(endpoint.server()).hasToString("https://10.0.0.1:6443");
        assertThat(endpoint.authority()).contains("the authority");
        assertThat(endpoint.unverified()).isFalse();
        assertThat(endpoint.credential().header()).contains("Bearer secret-token");
        assertThat(endpoint.toString()).doesNotContain("secret-token");
        assertThat(access(Map.of()).endpoint(context("other")).unverified()).isTrue();
    }

    @Test
    void whatIsMissingIsNamedAndNothingStandsInForIt() {
        refused("nope", "has no context \"nope\"; it has prod, other,");
        refused(
                "no-cluster",
                "has no cluster \"gone\", which its context \"no-cluster\" names; it has c1, c2, c3, c4, c5");
        refused("no-user", "has no user \"gone\", which its context \"no-user\" names; it has u1,");
        refused("both", "has a certificate-authority and insecure-skip-tls-verify: take out one of them");
        refused("sni-by-proxy", "tls-server-name and proxy-url together");
    }

    @Test
    void theCertificateMayHaveAnotherName() throws Exception {
        assertThat(access(Map.of()).endpoint(context("sni")).otherName()).contains("x");
        assertThat(access(Map.of()).endpoint(context("prod")).otherName()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[x]", "a_b.example", "a..b", "{x: y}", "x.", "-x"})
    void aNameThatNoCertificateHasIsSaidToBeOne(String name) throws Exception {
        Files.writeString(
                folder.resolve("config"),
                CONFIG.replace(
                        "tls-server-name: x}}",
                        "tls-server-name: " + (name.startsWith("{") || name.startsWith("[") ? name : "\"" + name + "\"")
                                + "}}"));
        refused("sni", "the tls-server-name in the kubeconfig is no host name");
    }

    @Test
    void aPinnedServerMustMatch() throws Exception {
        assertThat(access(Map.of()).server(pinned("https://10.0.0.1:6443"))).isEqualTo("https://10.0.0.1:6443");
        assertThat(access(Map.of()).server(pinned("https://10.0.0.1:6443/"))).isEqualTo("https://10.0.0.1:6443");
        assertThatThrownBy(() -> access(Map.of()).endpoint(pinned("https://10.0.0.9:6443")))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("leads to https://10.0.0.1:6443, but the inventory pins https://10.0.0.9:6443");
    }

    @Test
    void tokensAndPasswordsMakeTheHeader() throws Exception {
        assertThat(access(Map.of()).endpoint(context("by-file")).credential().header())
                .contains("Bearer file-token");
        assertThat(access(Map.of())
                        .endpoint(context("by-password"))
                        .credential()
                        .header())
                .contains("Basic bWU6cHc=");
    }

    @Test
    void whatLetsUsInIsSaidWithoutTheSecret() throws Exception {
        assertThat(access(Map.of()).credential(context("prod"))).isEqualTo("user \"u1\" of the kubeconfig (a token)");
        assertThat(access(Map.of()).credential(context("by-file")))
                .isEqualTo("user \"file\" of the kubeconfig (a token file)");
        assertThat(access(Map.of()).credential(context("by-password")))
                .isEqualTo("user \"password\" of the kubeconfig (a password)");
    }

    @Test
    void ofSeveralFilesTheFirstCountsForEachName() throws Exception {
        Path first = Files.writeString(
                folder.resolve("first"),
                "contexts:\n- {name: prod, context: {cluster: c2, user: u1}}\n"
                        + "users:\n- {name: u1, user: {token: first-token}}\n");
        String list =
                folder.resolve("missing") + File.pathSeparator + first + File.pathSeparator + folder.resolve("config");
        ClusterEntry.Kubeconfig usual =
                new ClusterEntry.Kubeconfig(Optional.empty(), "prod", Optional.empty(), Optional.empty());
        Endpoint endpoint = access(Map.of("KUBECONFIG", list)).endpoint(usual);
        assertThat(endpoint.server()).hasToString("https://10.0.0.2:6443");
        assertThat(endpoint.credential().header()).contains("Bearer first-token");
        assertThatThrownBy(() -> access(Map.of()).endpoint(usual))
                .hasMessage("there is no kubeconfig at " + folder.resolve(".kube/config"));
    }

    @Test
    void whatIsEmptyIsSaidBeforeTheServerHangsUpOrTakesUsForNobody() throws Exception {
        Files.writeString(folder.resolve("ca.pem"), "\n");
        refused("prod", "ca.pem, which the kubeconfig names as certificate-authority, is empty");
        Files.writeString(folder.resolve("ca.pem"), "the authority");
        Files.writeString(folder.resolve("token.txt"), "\n");
        assertThatThrownBy(() -> access(Map.of())
                        .endpoint(context("by-file"))
                        .credential()
                        .header())
                .hasMessageContaining("token.txt, which the kubeconfig names, is empty");
    }

    @Test
    void aPasswordInTheServersUrlIsRefusedAndNotQuoted() throws Exception {
        Files.writeString(
                folder.resolve("config"), CONFIG.replace("https://10.0.0.1", "https://me:t0ps3cret@10.0.0.1"));
        refused("prod", "a server with a name or a password in its URL");
        assertThatThrownBy(() -> access(Map.of()).endpoint(context("prod")))
                .message()
                .doesNotContain("t0ps3cret");
    }

    @Test
    void anchorsAndNamesOfDigitsAreTakenAsKubectlTakesThem() throws Exception {
        Files.writeString(folder.resolve("config"), """
                contexts:
                  - {name: 12, context: &both {cluster: 007, user: on}}
                  - {name: prod, context: *both}
                clusters: [{name: 007, cluster: {server: "https://10.0.0.7:6443"}}]
                users: [{name: on, user: {token: 12}}]
                """);
        for (String context : new String[] {"12", "prod"}) {
            Endpoint endpoint = access(Map.of()).endpoint(context(context));
            assertThat(endpoint.server()).hasToString("https://10.0.0.7:6443");
            assertThat(endpoint.credential().header()).contains("Bearer 12");
        }
    }

    @Test
    void aFileThatCannotBeReadIsNotQuoted() throws Exception {
        Files.writeString(folder.resolve("config"), "users: [{token: 'secret-token");
        assertThatThrownBy(() -> access(Map.of()).endpoint(context("prod")))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("cannot be read")
                .message()
                .doesNotContain("secret-token");
    }

    private void refused(String context, String words) {
        assertThatThrownBy(() -> access(Map.of()).endpoint(context(context)))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining(words);
    }

    private ContextAccess access(Map<String, String> environment) {
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        return new ContextAccess(new Surroundings(environment, folder, folder, Set.of()), clock);
    }

    private static ClusterEntry.Kubeconfig context(String name) {
        return new ClusterEntry.Kubeconfig(Optional.of("config"), name, Optional.empty(), Optional.empty());
    }

    private static ClusterEntry.Kubeconfig pinned(String server) {
        return new ClusterEntry.Kubeconfig(Optional.of("~/config"), "prod", Optional.of(server), Optional.empty());
    }
}
