// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.playbook;

import io.shakebook.engine.binding.Durations;
import io.shakebook.engine.expression.Expression;
import io.shakebook.engine.expression.ExpressionParser;
import io.shakebook.engine.source.KeyReader;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.diagnostic.Position;
import io.shakebook.spi.kube.FieldPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the steps of a playbook; one per file, because their names are unique in it. */
public final class StepParser {
    /** All keys of a step that are no module. */
    public static final List<String> KEYS = List.of(
            "name",
            "cluster",
            "namespace",
            "for-each",
            "when",
            "needs",
            "within",
            "hold",
            "take",
            "replace",
            "confirm");

    private static final Pattern FOR_EACH = Pattern.compile("\\s*(\\S+)\\s+in\\s+(\\S.*)", Pattern.DOTALL);
    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final List<String> NOT_FOR_CONFIRM = List.of("within", "hold", "take", "replace");

    private final Problems problems;
    private final Names names;

    StepParser(Problems problems) {
        this.problems = problems;
        this.names = new Names("step", problems);
    }

    /** Also of one without a name, or with a name that was there already, so that its content is checked as well. */
    Step step(Mapping mapping) {
        KeyReader keys = new KeyReader(mapping, "a step", problems);
        Optional<Scalar> name = keys.requiredText("name", mapping.at(), "my-step");
        name.ifPresent(names::check);
        List<Call> calls = mapping.entries().stream()
                .filter(entry -> !KEYS.contains(entry.name()))
                .map(entry -> new Call(entry.name(), entry.key().at(), entry.value()))
                .toList();
        Position at = name.map(Scalar::at).orElse(mapping.at());
        if (calls.isEmpty() && !keys.has("confirm")) {
            problems.error(
                    "no-module",
                    "the step names no module",
                    at,
                    "write the name of a module and its arguments, or \"confirm: …\"");
        }
        confirmAlone(keys, mapping, calls);
        return new Step(
                name.map(Scalar::text).orElse(""),
                at,
                mapping.names(),
                keys.text("cluster"),
                keys.text("namespace"),
                keys.text("for-each").flatMap(this::forEach),
                keys.scalar("when").flatMap(this::when),
                keys.texts("needs"),
                duration(keys, "within", WITHIN),
                duration(keys, "hold", Duration.ZERO),
                take(keys),
                keys.flag("replace"),
                calls,
                keys.text("confirm"));
    }

    private void confirmAlone(KeyReader keys, Mapping mapping, List<Call> calls) {
        if (!keys.has("confirm")) {
            return;
        }
        if (!calls.isEmpty()) {
            problems.error(
                    "several-modules",
                    "a step has either a module or \"confirm\"",
                    calls.get(0).at(),
                    "make two steps of it; the second needs the first");
        }
        for (String key : NOT_FOR_CONFIRM) {
            mapping.entry(key)
                    .ifPresent(entry -> problems.error(
                            "unknown-key",
                            "\"" + key + "\" has no meaning beside \"confirm\"",
                            entry.key().at(),
                            "delete it"));
        }
    }

    private Optional<Step.ForEach> forEach(Scalar scalar) {
        Matcher form = FOR_EACH.matcher(scalar.text());
        if (!form.matches()) {
            problems.error(
                    "wrong-for-each",
                    "a loop is written \"NAME in EXPRESSION\"",
                    scalar.at(),
                    "write \"row in facts.…\"");
            return Optional.empty();
        }
        Position at = scalar.at(form.start(1), form.group(1).length());
        Scalar variable = new Scalar(at, form.group(1), Optional.of(form.group(1)), scalar.raw());
        new Names("loop", problems).check(variable);
        return Optional.of(new Step.ForEach(
                form.group(1), at, bare(scalar, form.start(2)), form.group(2).strip()));
    }

    private Optional<Step.Condition> when(Scalar scalar) {
        return bare(scalar, 0)
                .map(expression -> new Step.Condition(expression, scalar.text().strip()));
    }

    private Optional<Expression> bare(Scalar scalar, int from) {
        String text = scalar.text().substring(from);
        if (text.contains("${")) {
            int at = scalar.text().indexOf("${", from);
            problems.error(
                    "braces-not-needed",
                    "an expression stands here by itself, without ${ }",
                    scalar.at(at, 2),
                    "write " + text.replace("${", "").replace("}", "").strip());
            return Optional.empty();
        }
        return ExpressionParser.parse(text, (offset, length) -> scalar.at(from + offset, length), problems);
    }

    private Duration duration(KeyReader keys, String key, Duration otherwise) {
        Optional<Scalar> written = keys.scalar(key);
        Optional<Duration> duration = written.flatMap(scalar -> Durations.parse(scalar.text()));
        if (written.isPresent() && duration.isEmpty()) {
            problems.error(
                    "wrong-type",
                    "\"" + key + "\" must be a duration, but this is "
                            + written.get().kind(),
                    written.get().at(),
                    "write a number with a unit, such as 90s, 5m or 1h30m");
        }
        return duration.orElse(otherwise);
    }

    private List<FieldPath> take(KeyReader keys) {
        List<FieldPath> paths = new ArrayList<>();
        for (Scalar scalar : keys.texts("take")) {
            try {
                paths.add(FieldPath.parse(scalar.text()));
            } catch (IllegalArgumentException wrong) {
                problems.error(
                        "wrong-type",
                        "\"" + scalar.text() + "\" is no path of a field",
                        scalar.at(),
                        "write a path such as spec.replicas");
            }
        }
        return paths;
    }
}
