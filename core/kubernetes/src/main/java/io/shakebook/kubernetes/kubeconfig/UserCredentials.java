// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.kubeconfig;

import io.shakebook.kubernetes.http.Endpoint.ClientCertificate;
import io.shakebook.kubernetes.http.Endpoint.Credential;
import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.kubernetes.kubeconfig.Kubeconfig.Entry;
import io.shakebook.spi.kube.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/** What a user entry of a kubeconfig lets us in with. */
final class UserCredentials {
    private final String name;
    private final Entry user;
    private final Surroundings surroundings;
    private final Clock clock;

    UserCredentials(String name, Entry user, Surroundings surroundings, Clock clock) {
        this.name = name;
        this.user = user;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    Optional<ClientCertificate> certificate() throws Unusable {
        Optional<String> chain = Pem.of(user, "client-certificate");
        Optional<String> key = Pem.of(user, "client-key");
        if (chain.isPresent() != key.isPresent()) {
            throw new Unusable(
                    "user \"" + name + "\" of the kubeconfig has a client certificate or its key, but not" + " both");
        }
        return chain.flatMap(certificate -> key.map(secret -> new ClientCertificate(certificate, secret)));
    }

    Credential credential() throws Unusable {
        Manifest fields = user.fields();
        if (!fields.map("auth-provider").isEmpty()) {
            throw new Unusable("user \"" + name + "\" of the kubeconfig has an auth-provider, which Kubernetes has"
                    + " given up: use a command (exec), a token or a certificate");
        }
        if (!fields.text("as").isEmpty()) {
            throw new Unusable("user \"" + name + "\" of the kubeconfig acts as another one (as:), which is not"
                    + " supported: use a user of its own");
        }
        String file = fields.text("tokenFile");
        if (!file.isEmpty()) {
            Path path = Pem.path(user, file);
            return () -> Optional.of("Bearer " + token(path));
        }
        if (!fields.text("token").isEmpty()) {
            return always("Bearer " + fields.text("token"));
        }
        if (!fields.text("username").isEmpty()) {
            String pair = fields.text("username") + ":" + fields.text("password");
            return always("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return fields.map("exec").isEmpty() ? Credential.NONE : command(new Manifest(fields.map("exec")));
    }

    private Credential command(Manifest exec) throws Unusable {
        String command = exec.text("command");
        if (!surroundings.credentialCommands().contains(command)) {
            throw new Unusable("user \"" + name + "\" of the kubeconfig gets its credential from the command \""
                    + command + "\", which is not among the commands that you allow on this machine");
        }
        return new CredentialCommand(exec, user.folder(), surroundings.environment(), clock);
    }

    private static Credential always(String header) {
        return () -> Optional.of(header);
    }

    /** Read each time, since such files are renewed under our feet. */
    private static String token(Path file) throws Unreached {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Unreached("the token file " + file + ", which the kubeconfig names, cannot be read", false);
        }
    }
}
