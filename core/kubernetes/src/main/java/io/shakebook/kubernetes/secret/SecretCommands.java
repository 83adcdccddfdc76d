// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.secret;

import io.shakebook.engine.change.Secrets.Missing;
import io.shakebook.kubernetes.kubeconfig.CommandRun;
import io.shakebook.kubernetes.kubeconfig.Surroundings;
import io.shakebook.spi.value.SecretPlace.FromCommand;
import io.shakebook.spi.value.SecretRef;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Runs commands that print a secret: no shell, no input, a small environment, the user's home as the folder, and only those
 * that the user's own configuration allows; see docs/adr/secrets-of-the-machine.md. What they print on stderr is not shown,
 * since it may hold the secret.
 */
final class SecretCommands {
    /** One comparison asks several times, and a command may take seconds or want a finger on a key. */
    private static final Duration HOLDS = Duration.ofSeconds(30);

    private static final int LONGEST = 64 * 1024;
    private static final Set<String> HARMLESS = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TMPDIR",
            "XDG_RUNTIME_DIR",
            "XDG_CONFIG_HOME");

    private final Surroundings surroundings;
    private final Clock clock;
    private final Map<String, Said> said = new HashMap<>();

    private record Said(String value, Instant until) {
        @Override
        public String toString() {
            return "a secret until " + until;
        }
    }

    SecretCommands(Surroundings surroundings, Clock clock) {
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** One command at a time: two that ask a person would ask at once. */
    synchronized String open(SecretRef ref, FromCommand command) throws Missing {
        Said known = said.get(ref.source());
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.value();
        }
        String value = value(ref, run(ref, command));
        said.put(ref.source(), new Said(value, clock.instant().plus(HOLDS)));
        return value;
    }

    private String run(SecretRef ref, FromCommand command) throws Missing {
        ProcessBuilder process = process(allowed(ref, command));
        try {
            CommandRun.Ended ended = CommandRun.of(process, command.within());
            if (ended.code() != 0) {
                throw new Missing(
                        ref,
                        "ended with code " + ended.code(),
                        "run it yourself to see what it says; that is not shown here");
            }
            return ended.output();
        } catch (TimeoutException e) {
            throw new Missing(
                    ref,
                    "did not end within " + command.within().toMillis() / 1000.0 + " s",
                    "run it yourself to see what it waits for, or give it longer with \"within:\"");
        } catch (IOException e) {
            throw new Missing(ref, "cannot be started", "install it, or correct the reference in the inventory");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Missing(ref, "was interrupted", "start again");
        }
    }

    /** The line as it is to be started. */
    private List<String> allowed(SecretRef ref, FromCommand command) throws Missing {
        String name = expanded(command.line().get(0));
        boolean allowed = surroundings.secretCommands().stream()
                .anyMatch(one -> expanded(one).equals(name));
        if (!allowed) {
            throw new Missing(
                    ref,
                    "is not allowed on this machine",
                    "if you trust it, write secret-commands: [\""
                            + command.line().get(0) + "\"] into " + surroundings.config());
        }
        List<String> line = new ArrayList<>(command.line());
        line.set(0, name);
        return line;
    }

    private String expanded(String name) {
        if (name.startsWith("~/")) {
            return surroundings.home().resolve(name.substring(2)).normalize().toString();
        }
        return name.startsWith("/") ? Path.of(name).normalize().toString() : name;
    }

    private ProcessBuilder process(List<String> line) {
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(surroundings.home().toFile()).redirectError(Redirect.DISCARD);
        Map<String, String> environment = new LinkedHashMap<>(surroundings.environment());
        environment.keySet().removeIf(name -> !passed(name));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    private boolean passed(String name) {
        return HARMLESS.contains(name)
                || name.startsWith("LC_")
                || surroundings.secretVariables().contains(name);
    }

    private static String value(SecretRef ref, String output) throws Missing {
        String value = withoutLineBreak(output);
        if (value.isEmpty()) {
            throw new Missing(ref, "printed nothing", "run it yourself to see what it says");
        }
        if (value.length() > LONGEST) {
            throw new Missing(ref, "printed more than 64 KiB", "let it print the secret alone");
        }
        if (value.indexOf('\uFFFD') >= 0) {
            throw new Missing(ref, "printed something that is no text in UTF-8", "let it print a text");
        }
        return value;
    }

    /** One line break at the end is the command's or the editor's, not the secret's. */
    static String withoutLineBreak(String text) {
        return text.endsWith("\r\n")
                ? text.substring(0, text.length() - 2)
                : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
