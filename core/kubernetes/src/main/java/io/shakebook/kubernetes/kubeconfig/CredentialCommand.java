// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.kubeconfig;

import io.shakebook.engine.source.JsonReader;
import io.shakebook.kubernetes.http.Endpoint.ClientCertificate;
import io.shakebook.kubernetes.http.Endpoint.Credential;
import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.spi.kube.Manifest;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A token or a client certificate from a command ({@code exec} in a kubeconfig), run when the first request needs it and
 * again shortly before it expires. It must answer without asking anybody; what it prints is not shown. Source:
 * https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins
 */
final class CredentialCommand implements Credential {
    private static final Duration EARLIER = Duration.ofSeconds(60);

    private final Manifest exec;
    private final Supplier<ProcessBuilder> command;
    private final Clock clock;
    private final Duration longest;
    private @Nullable Given given;

    private record Given(Optional<String> token, Optional<ClientCertificate> certificate, Instant expires) {
        @Override
        public String toString() {
            return "a credential until " + expires;
        }
    }

    /**
     * @param exec the entry of the kubeconfig
     * @param command ready to be started; whether it may be was decided before
     * @param longest how long it may take
     */
    CredentialCommand(Manifest exec, Supplier<ProcessBuilder> command, Clock clock, Duration longest) {
        this.exec = exec;
        this.command = command;
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    public Optional<String> header() throws Unreached {
        return given().token().map(token -> "Bearer " + token);
    }

    @Override
    public Optional<ClientCertificate> certificate() throws Unreached {
        return given().certificate();
    }

    /** Commands may not say when their token expires: the 401 then says so. Source: as above. */
    @Override
    public synchronized boolean renew(String refused) {
        Given current = given;
        if (current != null
                && current.token()
                        .filter(token -> refused.equals("Bearer " + token))
                        .isPresent()) {
            given = null;
        }
        return current == null || current.token().isPresent();
    }

    private synchronized Given given() throws Unreached {
        Given current = given;
        if (current == null || !clock.instant().isBefore(current.expires())) {
            current = read(run());
            given = current;
        }
        return current;
    }

    private String run() throws Unreached {
        try {
            CommandRun.Ended ended = CommandRun.of(command.get().redirectError(Redirect.DISCARD), longest);
            if (ended.code() != 0) {
                throw failed("ended with code " + ended.code() + "; run it yourself to see what it says");
            }
            return ended.output();
        } catch (TimeoutException e) {
            throw failed("did not end within " + longest.toMillis() / 1000.0 + " s");
        } catch (IOException e) {
            String hint = exec.text("installHint").strip();
            throw failed("cannot be run" + (hint.isEmpty() ? "" : ": " + hint));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreached("interrupted", false);
        }
    }

    private Given read(String output) throws Unreached {
        Manifest answer = object(output);
        if (!answer.text("kind").equals("ExecCredential")
                || !answer.text("apiVersion").equals(exec.text("apiVersion"))) {
            throw failed("answered with something that is no ExecCredential of " + exec.text("apiVersion"));
        }
        String token = answer.text("status", "token");
        String chain = answer.text("status", "clientCertificateData");
        String key = answer.text("status", "clientKeyData");
        if (chain.isEmpty() != key.isEmpty()) {
            throw failed("answered with a certificate or its key, but not both");
        }
        if (token.isEmpty() && chain.isEmpty()) {
            throw failed("answered with neither a token nor a certificate");
        }
        return new Given(
                Optional.of(token).filter(some -> !some.isEmpty()),
                chain.isEmpty() ? Optional.empty() : Optional.of(new ClientCertificate(chain, key)),
                expires(answer.text("status", "expirationTimestamp")));
    }

    private Instant expires(String text) throws Unreached {
        try {
            return text.isEmpty() ? Instant.MAX : early(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw failed("answered with an expirationTimestamp that is no time");
        }
    }

    /** One that lasts less than two minutes serves for half of that, and not for a single request. */
    private Instant early(Instant end) {
        Duration half = Duration.between(clock.instant(), end).dividedBy(2);
        return end.minus(half.compareTo(EARLIER) < 0 ? half : EARLIER);
    }

    private Manifest object(String output) throws Unreached {
        try {
            if (JsonReader.read(output) instanceof Map<?, ?> map) {
                return new Manifest(Manifests.strings(map));
            }
        } catch (JsonReader.Broken notJson) {
            // the same to us, and its text may quote a token
        }
        throw failed("answered with something that is no ExecCredential");
    }

    private Unreached failed(String how) {
        return new Unreached(
                "the command \"" + exec.text("command") + "\", from which the kubeconfig gets its credential, " + how,
                false);
    }
}
