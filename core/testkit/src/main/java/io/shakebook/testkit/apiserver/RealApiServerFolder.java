// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The temporary folder of a real API server: what it is started with, and what it writes. */
final class RealApiServerFolder {
    // the dry run of a DELETE and the guard of an apply stand in the request body, which only the level Request shows
    private static final String POLICY = """
            apiVersion: audit.k8s.io/v1
            kind: Policy
            omitStages: [RequestReceived, ResponseStarted]
            rules:
              - level: Request
                verbs: [delete, deletecollection, patch]
              - level: Metadata
            """;
    private static final String KUBECONFIG = """
            apiVersion: v1
            kind: Config
            current-context: real
            clusters:
              - name: real
                cluster: {server: "%s", certificate-authority-data: "%s"}
            users:
              - name: admin
                user: {token: "%s"}
              - name: operator
                user: {token: "%s"}
            contexts:
              - name: real
                context: {cluster: real, user: admin}
              - name: operator
                context: {cluster: real, user: operator}
            """;

    private final Path root;
    private final String token;
    private final String operatorToken;

    private RealApiServerFolder(Path root, String token, String operatorToken) {
        this.root = root;
        this.token = token;
        this.operatorToken = operatorToken;
    }

    static RealApiServerFolder create() throws IOException {
        Path root = Files.createTempDirectory("shakebook-apiserver");
        String token = UUID.randomUUID().toString();
        String operatorToken = UUID.randomUUID().toString();
        Files.writeString(
                root.resolve("tokens.csv"),
                token + ",admin,admin,\"system:masters\"\n" + operatorToken + ",operator,operator\n");
        Files.writeString(root.resolve("audit-policy.yaml"), POLICY);
        SigningKey.write(root);
        return new RealApiServerFolder(root, token, operatorToken);
    }

    Path root() {
        return root;
    }

    String token() {
        return token;
    }

    Path file(String name) {
        return root.resolve(name);
    }

    /** The certificate that the server made for itself, in its first second. */
    Path certificate() {
        return root.resolve("certificates").resolve("apiserver.crt");
    }

    Path kubeconfig() {
        return root.resolve("kubeconfig");
    }

    void writeKubeconfig(URI server) throws IOException {
        String authority = Base64.getEncoder().encodeToString(Files.readAllBytes(certificate()));
        Files.writeString(kubeconfig(), KUBECONFIG.formatted(server, authority, token, operatorToken));
    }

    List<AuditEntry> audit() {
        try (Stream<String> lines = Files.lines(root.resolve("audit.log"))) {
            return lines.map(Json::read).map(AuditEntry::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void delete() {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException("the temporary folder " + root + " cannot be deleted", left);
        }
    }
}
