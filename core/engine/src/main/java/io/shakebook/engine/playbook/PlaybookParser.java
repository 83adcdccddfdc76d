// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.playbook;

import io.shakebook.engine.source.KeyReader;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Entry;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a playbook from its nodes: keys and forms only, no name is resolved. */
public final class PlaybookParser {
    private static final List<String> KEYS = List.of("playbook", "summary", "parameters", "facts", "phases");
    private static final List<String> PARAMETER_KEYS = List.of("type", "default", "doc", "may-be-down", "one-of");

    private final Problems problems;

    public PlaybookParser(Problems problems) {
        this.problems = problems;
    }

    /** @param path of the file in its tree. @return empty if it has no usable name; why was reported then */
    public Optional<Playbook> parse(YamlNode root, String path) {
        if (!(root instanceof Mapping mapping)) {
            problems.error(
                    "not-a-playbook",
                    "a playbook is a map, but this is " + root.kind(),
                    root.at(),
                    "start with \"playbook: NAME\" and \"phases:\"");
            return Optional.empty();
        }
        KeyReader keys = new KeyReader(mapping, "a playbook", problems);
        keys.only(KEYS);
        Position start = mapping.at();
        Optional<Scalar> name = keys.requiredText("playbook", start, withoutEnding(path));
        String summary = keys.text("summary").map(Scalar::text).orElse("");
        List<Parameter> parameters = parameters(keys.map("parameters"));
        List<FactCall> facts = facts(keys.map("facts"));
        List<Phase> phases = new PhaseParser(problems).phases(keys, start);
        return name.filter(scalar -> fits(scalar, path))
                .map(scalar -> new Playbook(path, scalar.text(), scalar.at(), summary, parameters, facts, phases));
    }

    private boolean fits(Scalar name, String path) {
        String end = name.text() + ".yaml";
        boolean fits = path.equals(end) || path.endsWith("/" + end);
        if (!fits || name.text().isEmpty()) {
            problems.error(
                    "wrong-playbook-name",
                    "the name \"" + name.text() + "\" is not the end of the file's path without \".yaml\"",
                    name.at(),
                    "write \"playbook: " + withoutEnding(path) + "\"");
        }
        return fits;
    }

    private static String withoutEnding(String path) {
        String[] parts = path.replaceAll("\\.yaml$", "").split("/");
        return parts.length > 1 ? parts[parts.length - 2] + "/" + parts[parts.length - 1] : parts[0];
    }

    private List<Parameter> parameters(Mapping mapping) {
        Names names = new Names("parameter", problems);
        List<Parameter> parameters = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            Optional<String> name = names.check(entry.key());
            if (entry.value() instanceof Mapping form) {
                KeyReader keys = new KeyReader(form, "a parameter", problems);
                keys.only(PARAMETER_KEYS);
                Optional<Scalar> type = keys.requiredText("type", entry.key().at(), "string");
                Parameter parameter = new Parameter(
                        entry.name(),
                        entry.key().at(),
                        type,
                        form.get("default"),
                        keys.texts("may-be-down"),
                        keys.texts("one-of"),
                        keys.text("doc").map(Scalar::text).orElse(""));
                if (name.isPresent()) {
                    parameters.add(parameter);
                }
            } else if (!(entry.value() instanceof YamlNode.Faulty)) {
                problems.error(
                        "wrong-type",
                        "a parameter is a map, but this is " + entry.value().kind(),
                        entry.value().at(),
                        "write \"" + entry.name() + ": { type: string }\"");
            }
        }
        return parameters;
    }

    private List<FactCall> facts(Mapping mapping) {
        Names names = new Names("fact", problems);
        List<FactCall> facts = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            Optional<String> name = names.check(entry.key());
            if (entry.value() instanceof Mapping calls) {
                name.ifPresent(known -> facts.add(new FactCall(
                        known,
                        entry.key().at(),
                        calls.entries().stream()
                                .map(call -> new Call(call.name(), call.key().at(), call.value()))
                                .toList())));
            } else {
                name.ifPresent(
                        known -> facts.add(new FactCall(known, entry.key().at(), List.of())));
                wrongFact(entry);
            }
        }
        return facts;
    }

    private void wrongFact(Entry entry) {
        if (!(entry.value() instanceof YamlNode.Faulty)) {
            problems.error(
                    "wrong-type",
                    "a fact is a look-up with its arguments, but this is "
                            + entry.value().kind(),
                    entry.value().at(),
                    "write the name of a look-up below it, and its arguments below that");
        }
    }
}
