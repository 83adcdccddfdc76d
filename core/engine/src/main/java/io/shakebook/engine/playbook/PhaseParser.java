// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.playbook;

import io.shakebook.engine.plan.OnFailure;
import io.shakebook.engine.source.KeyReader;
import io.shakebook.engine.source.Nearest;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the phases of a playbook. */
final class PhaseParser {
    private static final List<String> KEYS = List.of(
            "name", "cluster", "namespace", "needs", "on-failure", "point-of-no-return", "steps", "import", "with");
    private static final List<String> ONLY_WITH_STEPS = List.of("cluster", "namespace", "on-failure");
    private static final List<String> REACTIONS = List.of("stop", "finish-phase", "undo");

    private final Problems problems;
    private final StepParser steps;

    PhaseParser(Problems problems) {
        this.problems = problems;
        this.steps = new StepParser(problems);
    }

    List<Phase> phases(KeyReader playbook, Position start) {
        List<YamlNode> nodes = playbook.list("phases");
        if (playbook.misses("phases")) {
            problems.error(
                    "missing-key",
                    "a playbook needs the key \"phases\"",
                    start,
                    "write \"phases:\" and below it \"- name: …\" with steps");
        }
        Names names = new Names("phase", problems);
        List<Phase> phases = new ArrayList<>();
        for (YamlNode node : nodes) {
            if (node instanceof Mapping mapping) {
                phases.add(phase(mapping, names));
            } else if (!(node instanceof YamlNode.Faulty)) {
                problems.error(
                        "wrong-type",
                        "a phase is a map, but this is " + node.kind(),
                        node.at(),
                        "write \"- name: …\" and its steps");
            }
        }
        return phases;
    }

    /** Also one without a name, or with a name that was there already, so that its content is checked as well. */
    private Phase phase(Mapping mapping, Names names) {
        KeyReader keys = new KeyReader(mapping, "a phase", problems);
        keys.only(KEYS);
        Optional<Scalar> name = keys.requiredText("name", mapping.at(), "my-phase");
        name.ifPresent(names::check);
        List<Step> ownSteps = steps(keys, mapping.at());
        Optional<Phase.Import> imported = keys.text("import").map(path -> new Phase.Import(path, keys.map("with")));
        formOf(keys, mapping);
        Optional<List<Scalar>> needs = keys.has("needs") ? Optional.of(keys.texts("needs")) : Optional.empty();
        return new Phase(
                name.map(Scalar::text).orElse(""),
                name.map(Scalar::at).orElse(mapping.at()),
                mapping.names(),
                keys.text("cluster"),
                keys.text("namespace"),
                needs,
                onFailure(keys),
                keys.text("point-of-no-return"),
                ownSteps,
                imported);
    }

    private List<Step> steps(KeyReader keys, Position at) {
        List<Step> found = new ArrayList<>();
        for (YamlNode node : keys.list("steps")) {
            if (node instanceof Mapping mapping) {
                found.add(steps.step(mapping));
            } else if (!(node instanceof YamlNode.Faulty)) {
                problems.error(
                        "wrong-type",
                        "a step is a map, but this is " + node.kind(),
                        node.at(),
                        "write \"- name: …\" and a module");
            }
        }
        return found;
    }

    private void formOf(KeyReader keys, Mapping mapping) {
        boolean imports = keys.has("import");
        if (imports && keys.has("steps")) {
            problems.error(
                    "wrong-phase",
                    "a phase has either \"steps\" or \"import\", not both",
                    at(mapping, "import"),
                    "make two phases of it");
        }
        if (keys.misses("import") && keys.misses("steps")) {
            problems.error(
                    "wrong-phase",
                    "a phase needs \"steps\" or \"import\"",
                    mapping.at(),
                    "write \"steps:\" and below it \"- name: …\"");
        }
        if (keys.misses("import") && keys.has("with")) {
            problems.error(
                    "wrong-phase",
                    "\"with\" stands beside \"import\" only",
                    at(mapping, "with"),
                    "delete it, or import a playbook");
        }
        for (String key : ONLY_WITH_STEPS) {
            if (imports && keys.has(key)) {
                problems.error(
                        "wrong-phase",
                        "\"" + key + "\" has no meaning beside \"import\"",
                        at(mapping, key),
                        "delete it; the imported playbook says it itself, or give it a parameter");
            }
        }
    }

    private OnFailure onFailure(KeyReader keys) {
        Optional<Scalar> written = keys.text("on-failure");
        String reaction = written.map(Scalar::text).orElse("stop");
        if (!REACTIONS.contains(reaction)) {
            problems.error(
                    "unknown-value",
                    "\"on-failure\" must be one of stop, finish-phase, undo, but this is \"" + reaction + "\"",
                    written.get().at(),
                    Nearest.remedy(reaction, "values", REACTIONS));
        }
        return switch (reaction) {
            case "finish-phase" -> OnFailure.FINISH_PHASE;
            case "undo" -> OnFailure.UNDO;
            default -> OnFailure.STOP;
        };
    }

    private static Position at(Mapping mapping, String key) {
        return mapping.entry(key).map(entry -> entry.key().at()).orElse(mapping.at());
    }
}
