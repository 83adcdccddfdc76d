// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.kubeconfig;

import io.shakebook.engine.source.Json;
import io.shakebook.engine.source.JsonReader;
import io.shakebook.kubernetes.http.Endpoint.Credential;
import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.spi.kube.Manifest;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A token from a command ({@code exec} in a kubeconfig), run when the first request needs it and again shortly before it
 * expires. It must answer without asking anybody. Source:
 * https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins
 */
final class CredentialCommand implements Credential {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration EARLIER = Duration.ofSeconds(60);

    private final Manifest exec;
    private final Path folder;
    private final Map<String, String> environment;
    private final Clock clock;
    private @Nullable Token token;

    private record Token(String value, Instant expires) {
        @Override
        public String toString() {
            return "a token until " + expires;
        }
    }

    /** @param exec the entry of the kubeconfig; whether the command may be run was decided before */
    CredentialCommand(Manifest exec, Path folder, Map<String, String> environment, Clock clock) {
        this.exec = exec;
        this.folder = folder;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<String> header() throws Unreached {
        Token current = token;
        if (current == null || !clock.instant().isBefore(current.expires())) {
            current = token(run());
            token = current;
        }
        return Optional.of("Bearer " + current.value());
    }

    private String run() throws Unreached {
        try {
            Process process = process().start();
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw failed("did not end within " + LONGEST.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw failed("ended with code " + process.exitValue());
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw failed("cannot be run");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreached("interrupted", false);
        }
    }

    private ProcessBuilder process() {
        List<String> line = new ArrayList<>();
        String command = exec.text("command");
        line.add(command.contains("/") ? folder.resolve(command).toString() : command);
        exec.list("args").forEach(argument -> line.add(String.valueOf(argument)));
        ProcessBuilder process = new ProcessBuilder(line).redirectError(Redirect.DISCARD);
        process.environment().clear();
        process.environment().putAll(environment);
        exec.list("env").forEach(item -> {
            if (item instanceof Map<?, ?> pair) {
                process.environment().put(String.valueOf(pair.get("name")), String.valueOf(pair.get("value")));
            }
        });
        process.environment()
                .put(
                        "KUBERNETES_EXEC_INFO",
                        Json.line(Map.of(
                                "apiVersion",
                                exec.text("apiVersion"),
                                "kind",
                                "ExecCredential",
                                "spec",
                                Map.of("interactive", false))));
        return process;
    }

    private Token token(String output) throws Unreached {
        try {
            Manifest answer = JsonReader.read(output) instanceof Map<?, ?> map
                    ? new Manifest(Manifests.strings(map))
                    : new Manifest(Map.of());
            String value = answer.text("status", "token");
            String expires = answer.text("status", "expirationTimestamp");
            if (value.isEmpty()) {
                throw failed("answered without a token; certificates from a command are not supported");
            }
            return new Token(
                    value,
                    expires.isEmpty() ? Instant.MAX : Instant.parse(expires).minus(EARLIER));
        } catch (JsonReader.Broken | DateTimeParseException e) {
            throw failed("answered with something that is no ExecCredential");
        }
    }

    private Unreached failed(String how) {
        return new Unreached(
                "the command \"" + exec.text("command") + "\", from which the kubeconfig gets its credential, " + how,
                false);
    }
}
