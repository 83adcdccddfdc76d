// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.expression.Expression;
import io.shakebook.engine.expression.Template;
import io.shakebook.engine.graph.Graph;
import io.shakebook.engine.playbook.Phase;
import io.shakebook.engine.playbook.Playbook;
import io.shakebook.engine.playbook.Step;
import io.shakebook.engine.source.Nearest;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.engine.source.YamlNode.Sequence;
import io.shakebook.spi.diagnostic.Position;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Checks what needs what in one playbook: facts, steps and phases. */
final class ExpanderOrderCheck {
    private final Problems problems;

    ExpanderOrderCheck(Problems problems) {
        this.problems = problems;
    }

    void check(Playbook playbook) {
        facts(playbook);
        Optional<Graph<String>> phases = phases(playbook);
        steps(playbook, phases);
    }

    private void facts(Playbook playbook) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        Map<String, Position> places = new HashMap<>();
        playbook.facts().forEach(fact -> {
            needs.put(fact.name(), new LinkedHashSet<>());
            places.put(fact.name(), fact.at());
        });
        playbook.facts()
                .forEach(fact -> fact.calls()
                        .forEach(call -> references(call.arguments(), "facts", (name, at) -> {
                            if (needs.containsKey(name)) {
                                needs.computeIfAbsent(fact.name(), key -> new LinkedHashSet<>())
                                        .add(name);
                            }
                        })));
        graph(needs, places, "fact");
    }

    private Optional<Graph<String>> phases(Playbook playbook) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        Map<String, Position> places = new HashMap<>();
        List<String> names = playbook.phases().stream().map(Phase::name).toList();
        String before = "";
        for (Phase phase : playbook.phases()) {
            Set<String> needed = new LinkedHashSet<>();
            phase.needs()
                    .ifPresentOrElse(
                            given -> given.forEach(name -> {
                                if (names.contains(name.text())) {
                                    needed.add(name.text());
                                } else {
                                    problems.error(
                                            "unknown-phase",
                                            "there is no phase \"" + name.text() + "\"",
                                            name.at(),
                                            Nearest.remedy(name.text(), "phases", names));
                                }
                            }),
                            () -> {});
            if (phase.name().isEmpty() || needs.containsKey(phase.name())) {
                continue; // reported already; an order with it would only follow from that mistake
            }
            if (phase.needs().isEmpty() && !before.isEmpty()) {
                needed.add(before);
            }
            needs.put(phase.name(), needed);
            places.put(phase.name(), phase.at());
            before = phase.name();
        }
        return graph(needs, places, "phase");
    }

    private void steps(Playbook playbook, Optional<Graph<String>> phases) {
        Map<String, String> phaseOf = new LinkedHashMap<>();
        Map<String, Position> places = new HashMap<>();
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        Set<String> ambiguous = playbook.ambiguousSteps();
        for (Phase phase : playbook.phases()) {
            for (Step step : phase.steps()) {
                if (!step.name().isEmpty()) {
                    phaseOf.put(step.name(), phase.name());
                    places.put(step.name(), step.at());
                    needs.put(step.name(), new LinkedHashSet<>());
                }
            }
        }
        for (Phase phase : playbook.phases()) {
            for (Step step : phase.steps()) {
                BiConsumer<String, Position> found = (name, at) -> {
                    if (ambiguous.contains(name) || ambiguous.contains(step.name())) {
                        return;
                    }
                    boolean later = phases.filter(graph -> later(graph, phaseOf.get(name), phase.name()))
                            .isPresent();
                    if (later) {
                        problems.error(
                                "later-phase",
                                "the step \"" + name + "\" runs in the phase \"" + phaseOf.get(name)
                                        + "\", after this one",
                                at,
                                "move one of the two steps");
                    } else if (needs.containsKey(name) && needs.containsKey(step.name())) {
                        needs.computeIfAbsent(step.name(), key -> new LinkedHashSet<>())
                                .add(name);
                    }
                };
                step.needs().forEach(name -> need(name, phaseOf.keySet(), found));
                step.calls().forEach(call -> references(call.arguments(), "steps", found));
            }
        }
        graph(needs, places, "step");
    }

    private static boolean later(Graph<String> phases, @Nullable String other, String own) {
        return other != null && phases.ancestors(other).contains(own);
    }

    private void need(Scalar name, Set<String> known, BiConsumer<String, Position> found) {
        if (known.contains(name.text())) {
            found.accept(name.text(), name.at());
        } else {
            problems.error(
                    "unknown-step",
                    "there is no step \"" + name.text() + "\" in this playbook",
                    name.at(),
                    Nearest.remedy(name.text(), "steps", known));
        }
    }

    private Optional<Graph<String>> graph(Map<String, Set<String>> needs, Map<String, Position> places, String kind) {
        try {
            return Optional.of(Graph.of(needs));
        } catch (Graph.Cycle cycle) {
            Position at = places.get(String.valueOf(cycle.nodes().get(0)));
            problems.error(
                    kind + "-cycle",
                    kind + "s need each other in a circle: " + cycle.getMessage(),
                    Objects.requireNonNull(at),
                    "delete one of the needs or references that close the circle");
            return Optional.empty();
        }
    }

    /** Names behind {@code steps.} or {@code facts.} in any expression of a value. */
    private static void references(YamlNode node, String root, BiConsumer<String, Position> found) {
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> references(entry.value(), root, found));
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> references(item, root, found));
        } else if (node instanceof Scalar scalar && Template.in(scalar)) {
            Template.parse(scalar, new Problems())
                    .ifPresent(template -> template.pieces().forEach(piece -> {
                        if (piece instanceof Template.Hole hole) {
                            Expression.paths(hole.expression(), path -> {
                                if (path.root().equals(root)) {
                                    path.first().ifPresent(field -> found.accept(field.name(), field.at()));
                                }
                            });
                        }
                    }));
        }
    }
}
