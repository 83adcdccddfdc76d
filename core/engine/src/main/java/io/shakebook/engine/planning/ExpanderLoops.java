// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.expression.Evaluator;
import io.shakebook.engine.expression.Scalars;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.playbook.Phase;
import io.shakebook.engine.playbook.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Carries out {@code for-each} and {@code when}; the facts that they use are read. */
final class ExpanderLoops {
    private final ScopeWorld world;

    ExpanderLoops(ScopeWorld world) {
        this.world = world;
    }

    ExpandedStep expanded(Phase phase, Step step) {
        ScopeTrace rows = ScopeTrace.empty();
        Set<String> keys = step.forEach().map(loop -> keys(step, loop, rows)).orElse(Set.of(""));
        if (rows.notKnown().isPresent()) {
            StepAddress all = new StepAddress(world.file().path(phase.name()), step.name(), "");
            return ExpandedStep.withoutRows(step, phase, new ExpandedStep.Instance(all, Optional.empty(), rows));
        }
        List<ExpandedStep.Instance> instances = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (keys.isEmpty()) {
            String source = step.forEach().map(Step.ForEach::source).orElse("");
            notes.add(step.name() + ": nothing to do, " + source + " has no rows");
        }
        for (String key : keys) {
            ExpandedStep.Instance instance = instance(phase, step, key);
            if (holds(step, instance)) {
                instances.add(instance);
            } else {
                String condition = step.when().map(Step.Condition::source).orElse("");
                notes.add(instance.address().local() + ": left out, since this does not hold: " + condition);
            }
        }
        return new ExpandedStep(step, phase, keys, instances, notes);
    }

    private Set<String> keys(Step step, Step.ForEach loop, ScopeTrace trace) {
        Value over = over(step, trace);
        if (over instanceof Value.Table table) {
            return table.keys();
        }
        Set<String> keys = new LinkedHashSet<>();
        if (over instanceof Value.Listed list) {
            list.items().forEach(item -> keys.add(text(item)));
            if (keys.size() < list.items().size()) {
                world.problems()
                        .error(
                                "duplicate-row",
                                "a value stands twice in the list, so that two steps would have one name",
                                loop.at(),
                                "delete one of them");
            }
        }
        return keys;
    }

    private ExpandedStep.Instance instance(Phase phase, Step step, String key) {
        StepAddress address = new StepAddress(world.file().path(phase.name()), step.name(), key);
        ScopeTrace trace = ScopeTrace.empty();
        Optional<ExpandedStep.Loop> loop =
                step.forEach().map(one -> new ExpandedStep.Loop(one.variable(), row(over(step, trace), key)));
        return new ExpandedStep.Instance(address, loop, trace);
    }

    private boolean holds(Step step, ExpandedStep.Instance instance) {
        Value.Members roots = world.roots(instance, instance.trace(), Optional.empty());
        return step.when()
                .flatMap(when -> new Evaluator(roots, world.problems()).condition(when.expression()))
                .orElse(true);
    }

    private Value over(Step step, ScopeTrace trace) {
        Evaluator evaluator = new Evaluator(world.roots(trace, Optional.empty()), world.problems());
        return step.forEach()
                .flatMap(Step.ForEach::over)
                .map(evaluator::present)
                .orElse(Value.FAULTY);
    }

    private static Value row(Value over, String key) {
        if (over instanceof Value.Table table) {
            return table.rows().get(key);
        }
        List<Value> items = over instanceof Value.Listed list ? list.items() : List.of();
        return items.stream().filter(item -> text(item).equals(key)).findFirst().orElse(Value.FAULTY);
    }

    private static String text(Value item) {
        return item instanceof Value.Known known ? Scalars.text(known.value()).orElse("") : "";
    }
}
