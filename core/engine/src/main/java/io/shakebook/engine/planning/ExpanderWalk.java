// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.drift.Drift;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.graph.Graph;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.playbook.Parameter;
import io.shakebook.engine.playbook.Phase;
import io.shakebook.engine.playbook.Playbook;
import io.shakebook.engine.source.Problems;
import io.shakebook.spi.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks a checked playbook and its imports once, and gathers what is to be planned. */
final class ExpanderWalk {
    private final ScopeBinding binding;
    private final CheckedPlaybook checked;
    private final FactReader reader;
    private final ScopeParameters parameters;
    private final Problems problems = new Problems();
    private final ScopeFacts.Found facts = new ScopeFacts.Found(new ArrayList<>(), new LinkedHashMap<>());
    private final List<PlannedPhase> phases = new ArrayList<>();
    private final List<StepDraft> steps = new ArrayList<>();
    private final Set<String> mayBeDown = new LinkedHashSet<>();
    private final Optional<List<Drift.Unread>> unread;

    /** @param unread takes what could not be read, and the walk goes on without it; empty if it is to stop there */
    ExpanderWalk(
            ScopeBinding binding, CheckedPlaybook checked, FactReader reader, Optional<List<Drift.Unread>> unread) {
        this.binding = binding;
        this.checked = checked;
        this.reader = reader;
        this.unread = unread;
        this.parameters = new ScopeParameters(binding.catalog(), binding.inventory(), problems);
    }

    Expansion expansion() throws Mistakes, Refusal {
        try {
            part(checked.root(), List.of(), Optional.empty());
        } catch (ScopeFacts.Refused refused) {
            throw refused.refusal();
        }
        Expander.refuse(problems);
        return new Expansion(
                checked.name(),
                checked.parameters(),
                facts.facts(),
                facts.unanswered(),
                phases,
                steps,
                checked.inventory().clusters(),
                mayBeDown,
                LocksNeeded.named(checked.root().parameters().values()),
                SureSites.needed(checked.root()),
                checked.warnings());
    }

    /** A file, or nothing of it if a look-up refuses what it found and that is no reason to stop. */
    private List<String> part(ScopeFile file, List<String> needed, Optional<String> pointOfNoReturn) {
        try {
            return file(file, needed, pointOfNoReturn);
        } catch (ScopeFacts.Refused refused) {
            String part = file.prefix().isEmpty() ? file.playbook().name() : file.prefix();
            String why = String.valueOf(refused.refusal().getMessage());
            unread.orElseThrow(() -> refused).add(new Drift.Unread(part, why));
            return needed;
        }
    }

    /** @return addresses of the phases that nothing in the file waits for */
    private List<String> file(ScopeFile file, List<String> needed, Optional<String> pointOfNoReturn) {
        sites(file);
        Problems own = problems.completedBy(file.origins()::complete);
        ScopeFacts known = new ScopeFacts(file, binding, reader, facts, own);
        ScopeWorld world = new ScopeWorld(file, known, new ScopeSteps(file.types()), own);
        ExpanderSteps inner = new ExpanderSteps(binding, world);
        Map<String, List<String>> lasts = new LinkedHashMap<>();
        Map<String, Set<String>> needs = needs(file.playbook());
        for (Phase phase : ordered(file.playbook(), needs)) {
            Set<String> before = needs.getOrDefault(phase.name(), Set.of());
            List<String> addresses = before.isEmpty()
                    ? needed
                    : before.stream()
                            .flatMap(name -> lasts.getOrDefault(name, List.of()).stream())
                            .toList();
            Optional<String> question =
                    joined(before.isEmpty() ? pointOfNoReturn : Optional.empty(), inner.pointOfNoReturn(phase));
            lasts.put(phase.name(), phase(world, phase, inner, addresses, question));
        }
        Set<String> waitedFor = new LinkedHashSet<>();
        needs.values().forEach(waitedFor::addAll);
        return lasts.entrySet().stream()
                .filter(entry -> !waitedFor.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private List<String> phase(
            ScopeWorld world, Phase phase, ExpanderSteps own, List<String> needed, Optional<String> question) {
        ScopeFile child = world.file().imports().get(phase.name());
        if (child != null) {
            Phase.Import imported = phase.imported().orElseThrow();
            Map<String, ScopeTrace> uses = new HashMap<>();
            Map<String, Value> values = parameters.handedOver(
                    child,
                    imported.with(),
                    imported.path().at(),
                    name -> scalar -> world.early(scalar, uses.computeIfAbsent(name, none -> ScopeTrace.empty())),
                    world.problems());
            return part(child.withParameters(values, uses), needed, question);
        }
        phases.add(new PlannedPhase(
                world.file().path(phase.name()), needed, phase.onFailure(), question, own.notes(phase)));
        steps.addAll(own.drafts(phase));
        return List.of(world.file().path(phase.name()));
    }

    private static Map<String, Set<String>> needs(Playbook playbook) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        Set<String> before = Set.of();
        for (Phase phase : playbook.phases()) {
            Set<String> given = new LinkedHashSet<>();
            phase.needs().ifPresentOrElse(names -> names.forEach(name -> given.add(name.text())), () -> {});
            needs.put(phase.name(), phase.needs().isPresent() ? given : before);
            before = Set.of(phase.name());
        }
        return needs;
    }

    private static List<Phase> ordered(Playbook playbook, Map<String, Set<String>> needs) {
        try {
            return Graph.of(needs).order().stream()
                    .map(name -> playbook.phases().stream()
                            .filter(phase -> phase.name().equals(name))
                            .findFirst()
                            .orElseThrow())
                    .toList();
        } catch (Graph.Cycle cycle) {
            throw new IllegalStateException("please report: a checked playbook has a cycle", cycle);
        }
    }

    private static Optional<String> joined(Optional<String> outer, Optional<String> inner) {
        return outer.isPresent() && inner.isPresent()
                ? Optional.of(outer.get() + " " + inner.get())
                : outer.or(() -> inner);
    }

    private void sites(ScopeFile file) {
        for (Parameter parameter : file.playbook().parameters()) {
            if (file.parameters().get(parameter.name()) instanceof Value.Struct entry) {
                parameter
                        .mayBeDown()
                        .forEach(side -> mayBeDown.addAll(
                                ScopeSites.clusters(entry.members().get(side.text()))));
            }
        }
    }
}
