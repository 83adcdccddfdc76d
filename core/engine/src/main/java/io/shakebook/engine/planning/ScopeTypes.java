// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.binding.Slot;
import io.shakebook.engine.binding.Types;
import io.shakebook.engine.expression.Type;
import io.shakebook.engine.expression.Type.Member;
import io.shakebook.engine.expression.Type.Simple;
import io.shakebook.engine.playbook.Call;
import io.shakebook.engine.playbook.FactCall;
import io.shakebook.engine.playbook.Parameter;
import io.shakebook.engine.playbook.Playbook;
import io.shakebook.engine.playbook.Step;
import io.shakebook.engine.source.Nearest;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.Lookup;
import io.shakebook.spi.StepModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of everything that expressions of a playbook can name. */
final class ScopeTypes {
    private static final Map<String, Slot> SIMPLE = Map.of(
            "string", Slot.Single.STRING,
            "integer", Slot.Single.LONG,
            "number", Slot.Single.DECIMAL,
            "boolean", Slot.Single.BOOLEAN,
            "duration", Slot.Single.DURATION,
            "bytes", Slot.Single.BYTES,
            "cluster", Slot.Single.CLUSTER);

    private final Catalog catalog;
    private final Types types;

    ScopeTypes(Catalog catalog) {
        this.catalog = catalog;
        this.types = new Types(catalog);
    }

    /** What a parameter takes; empty if its type is wrong, which is reported. */
    Optional<Slot> slot(Parameter parameter, Problems problems) {
        return parameter.type().flatMap(type -> slot(type.text().strip(), type, problems));
    }

    private Optional<Slot> slot(String words, Scalar at, Problems problems) {
        if (words.startsWith("list of ")) {
            return slot(words.substring("list of ".length()), at, problems).map(Slot.ListOf::new);
        }
        if (words.startsWith("map of ")) {
            return slot(words.substring("map of ".length()), at, problems).map(Slot.MapOf::new);
        }
        Optional<Slot> known = Optional.ofNullable(SIMPLE.get(words))
                .or(() -> Optional.ofNullable(catalog.types().get(words)).map(type -> Slot.of(type.entry())));
        if (known.isEmpty()) {
            List<String> names =
                    new ArrayList<>(List.of("string", "integer", "number", "boolean", "duration", "bytes", "cluster"));
            names.addAll(catalog.types().keySet());
            names.addAll(List.of("list of string", "map of string"));
            problems.error(
                    "unknown-type",
                    "there is no type \"" + words + "\"",
                    at.at(),
                    Nearest.remedy(words, "types", names));
        }
        return known;
    }

    Type of(Slot slot) {
        return types.of(slot);
    }

    /** By the names that an expression of the playbook can start with. */
    Map<String, Type> roots(Playbook playbook, Map<String, Slot> slots) {
        Map<String, Type> roots = new LinkedHashMap<>();
        playbook.parameters().forEach(parameter -> {
            Slot slot = slots.get(parameter.name());
            roots.put(parameter.name(), slot == null ? Simple.ANY : types.of(slot));
        });
        Map<String, Member> facts = new LinkedHashMap<>();
        playbook.facts().forEach(fact -> facts.put(fact.name(), new Member(fact(fact), false)));
        roots.put("facts", new Type.Struct("this playbook", "fact", "", facts, false));
        Map<String, Member> steps = new LinkedHashMap<>();
        Set<String> twice = playbook.ambiguousSteps();
        playbook.steps().filter(step -> !step.name().isEmpty()).forEach(step -> {
            Type type = twice.contains(step.name()) ? Simple.ANY : step(step);
            steps.put(step.name(), new Member(type, false));
        });
        roots.put("steps", new Type.Struct("this playbook", "step", "", steps, false));
        return roots;
    }

    private Type fact(FactCall fact) {
        Optional<Lookup<?, ?>> lookup = fact.calls().stream().findFirst().flatMap(call -> catalog.lookup(call.name()));
        if (lookup.isEmpty()) {
            return Simple.ANY;
        }
        var spec = lookup.get().spec();
        Type.Struct row = types.struct(spec.row(), "the fact \"" + fact.name() + "\"", "column");
        return spec.single() ? row : new Type.Rows(row.asRow());
    }

    private Type step(Step step) {
        if (step.confirm().isPresent()) {
            return new Type.Struct("the step \"" + step.name() + "\"", "output", "", Map.of(), false);
        }
        Optional<StepModule<?, ?>> module = module(step);
        if (module.isEmpty()) {
            return Simple.ANY;
        }
        Type.Struct outputs = types.struct(module.get().spec().outputs(), "the step \"" + step.name() + "\"", "output");
        return step.forEach().isPresent() ? new Type.Rows(outputs) : outputs;
    }

    /** The step's module, if it names one that is known. */
    Optional<StepModule<?, ?>> module(Step step) {
        return step.calls().stream()
                .map(Call::name)
                .flatMap(name -> catalog.module(name).stream())
                .findFirst();
    }
}
