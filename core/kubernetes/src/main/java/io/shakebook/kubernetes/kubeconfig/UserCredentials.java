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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a user entry of a kubeconfig lets us in with. */
final class UserCredentials {
    private static final Duration LONGEST_COMMAND = Duration.ofSeconds(30);

    private final String name;
    private final Entry user;
    private final Entry cluster;
    private final Surroundings surroundings;
    private final Clock clock;

    /** @param cluster of the same context, for commands that want to know it */
    UserCredentials(String name, Entry user, Entry cluster, Surroundings surroundings, Clock clock) {
        this.name = name;
        this.user = user;
        this.cluster = cluster;
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

    /** What there is to be let in with, in words. */
    String words() {
        Manifest fields = user.fields();
        Map<String, String> known = new LinkedHashMap<>();
        known.put("client-certificate-data", "a client certificate");
        known.put("client-certificate", "a client certificate");
        known.put("tokenFile", "a token file");
        known.put("token", "a token");
        known.put("username", "a password");
        known.put("exec", "the command \"" + fields.text("exec", "command") + "\"");
        String means = known.entrySet().stream()
                .filter(one -> fields.at(one.getKey()).isPresent())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("no credential");
        return "user \"" + name + "\" of the kubeconfig (" + means + ")";
    }

    private Credential command(Manifest exec) throws Unusable {
        String command = new CommandPermission(name, surroundings).command(exec, user);
        String info = ExecInfo.of(exec, cluster);
        List<String> line = new ArrayList<>(List.of(command));
        exec.list("args").forEach(argument -> line.add(String.valueOf(argument)));
        Supplier<ProcessBuilder> process = () -> {
            ProcessBuilder builder = new ProcessBuilder(line);
            builder.environment().clear();
            builder.environment().putAll(surroundings.environment());
            builder.environment().putAll(CommandPermission.variables(exec));
            builder.environment().put("KUBERNETES_EXEC_INFO", info);
            return builder;
        };
        return new CredentialCommand(exec, process, clock, LONGEST_COMMAND);
    }

    private static Credential always(String header) {
        return () -> Optional.of(header);
    }

    /** Read each time, since such files are renewed under our feet. */
    private static String token(Path file) throws Unreached {
        try {
            String token = Files.readString(file).strip();
            if (token.isEmpty()) { // the server would take us for nobody and refuse whatever we ask
                throw new Unreached("the token file " + file + ", which the kubeconfig names, is empty", false);
            }
            return token;
        } catch (IOException e) {
            throw new Unreached("the token file " + file + ", which the kubeconfig names, cannot be read", false);
        }
    }
}
