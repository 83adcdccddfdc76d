// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.inventory;

import io.shakebook.engine.binding.Durations;
import io.shakebook.engine.source.KeyReader;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode.Entry;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.diagnostic.Position;
import io.shakebook.spi.value.SecretPlace;
import io.shakebook.spi.value.SecretPlace.FromCommand;
import io.shakebook.spi.value.SecretPlace.InCluster;
import io.shakebook.spi.value.SecretPlace.InEnvironment;
import io.shakebook.spi.value.SecretPlace.InFile;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads where a secret lies: on a cluster, in a file, in the environment, or with a command. */
final class SecretForm {
    /** What may stand beside the key that says where it lies. */
    private static final Map<String, List<String>> BESIDE = beside();

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Duration USUALLY = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final KeyReader keys;
    private final Mapping form;
    private final Problems problems;

    SecretForm(KeyReader keys, Mapping form, Problems problems) {
        this.keys = keys;
        this.form = form;
        this.problems = problems;
    }

    private static Map<String, List<String>> beside() {
        Map<String, List<String>> beside = new LinkedHashMap<>();
        beside.put("file", List.of());
        beside.put("environment", List.of());
        beside.put("command", List.of("within"));
        beside.put("secret", List.of("key", "cluster", "namespace"));
        return beside;
    }

    /**
     * @param at of the field that it is for
     * @param ofEntry what the entry itself says for a key
     * @return empty if something is wrong or unknown
     */
    Optional<SecretPlace> place(Position at, Function<String, Optional<String>> ofEntry) {
        String kind = BESIDE.keySet().stream()
                .filter(key -> form.entry(key).isPresent())
                .findFirst()
                .orElse("secret");
        alone(kind);
        return switch (kind) {
            case "file" -> keys.text("file").filter(this::absolute).map(path -> new InFile(path.text()));
            case "environment" ->
                keys.text("environment").filter(this::variable).map(name -> new InEnvironment(name.text()));
            case "command" -> command();
            default -> inCluster(at, ofEntry);
        };
    }

    private void alone(String kind) {
        List<String> allowed = BESIDE.getOrDefault(kind, List.of());
        for (Entry entry : form.entries()) {
            boolean known = BESIDE.containsKey(entry.name())
                    || BESIDE.values().stream().anyMatch(all -> all.contains(entry.name()));
            if (known && !entry.name().equals(kind) && !allowed.contains(entry.name())) {
                problems.error(
                        "wrong-secret",
                        "\"" + entry.name() + "\" has no meaning beside \"" + kind + "\"",
                        SecretFields.hidden(entry.key().at()),
                        "delete one of the two");
            }
        }
    }

    private Optional<SecretPlace> inCluster(Position at, Function<String, Optional<String>> ofEntry) {
        Optional<Scalar> secret = keys.requiredText("secret", at, "my-secret");
        Optional<Scalar> key = keys.requiredText("key", at, "password");
        Optional<String> cluster = keys.text("cluster").map(Scalar::text).or(() -> ofEntry.apply("cluster"));
        Optional<String> namespace = keys.text("namespace").map(Scalar::text).or(() -> ofEntry.apply("namespace"));
        boolean whole = secret.isPresent() && key.isPresent() && cluster.isPresent() && namespace.isPresent();
        return whole
                ? Optional.of(new InCluster(
                        cluster.get(),
                        namespace.get(),
                        secret.get().text(),
                        key.get().text()))
                : Optional.empty();
    }

    /** A file beside the inventory would lie in git. */
    private boolean absolute(Scalar path) {
        boolean absolute = path.text().startsWith("/") || path.text().startsWith("~/");
        if (!absolute) {
            problems.error(
                    "wrong-secret",
                    "the file of a secret lies on the machine, not beside the inventory: \"" + path.text() + "\"",
                    path.at(),
                    "write a path that starts with / or ~/");
        }
        return absolute;
    }

    private boolean variable(Scalar name) {
        boolean variable = VARIABLE.matcher(name.text()).matches();
        if (!variable) {
            problems.error(
                    "wrong-secret",
                    "this is no name of an environment variable",
                    SecretFields.hidden(name.at()),
                    "write its name, such as REDIS_PASSWORD");
        }
        return variable;
    }

    private Optional<SecretPlace> command() {
        List<Scalar> line = keys.texts("command");
        if (line.isEmpty()) {
            form.entry("command")
                    .ifPresent(entry -> problems.error(
                            "wrong-secret",
                            "a command is a list: its name, then its arguments",
                            entry.key().at(),
                            "write [COMMAND, ARGUMENT]"));
            return Optional.empty();
        }
        String name = line.get(0).text();
        boolean relative = name.isBlank() || name.contains("/") && !name.startsWith("/") && !name.startsWith("~/");
        if (relative) {
            problems.error(
                    "relative-command",
                    "\"" + name + "\" would be another command in each folder",
                    line.get(0).at(),
                    "write the name of a command, or a path that starts with / or ~/");
        }
        return Optional.of(new FromCommand(line.stream().map(Scalar::text).toList(), within()));
    }

    private Duration within() {
        Optional<Scalar> written = keys.text("within");
        Optional<Duration> within = written.flatMap(text -> Durations.parse(text.text()))
                .filter(span -> !span.isZero() && span.compareTo(LONGEST) <= 0);
        if (written.isPresent() && within.isEmpty()) {
            problems.error(
                    "wrong-secret",
                    "\"within\" must be a duration up to 5m",
                    written.get().at(),
                    "write \"within: 10s\"");
        }
        return within.orElse(USUALLY);
    }
}
