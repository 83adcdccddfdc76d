// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Arg;
import io.shakebook.engine.binding.Binder;
import io.shakebook.engine.binding.BindingContext;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.binding.Slot;
import io.shakebook.engine.change.FileFormats;
import io.shakebook.engine.expression.Evaluator;
import io.shakebook.engine.expression.Scalars;
import io.shakebook.engine.expression.Template;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.FactRecord;
import io.shakebook.engine.playbook.Call;
import io.shakebook.engine.playbook.Phase;
import io.shakebook.engine.playbook.Step;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.kube.ClusterRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Expands the steps of one file: loops and conditions first, then where they act and what they refer to. */
final class ExpanderSteps {
    private final ScopeFile file;
    private final Catalog catalog;
    private final CheckedPlaybook checked;
    private final FileFormats formats;
    private final Problems problems;
    private final ScopeFacts facts;
    private final ScopeSteps steps;

    ExpanderSteps(
            ScopeFile file,
            Catalog catalog,
            CheckedPlaybook checked,
            FileFormats formats,
            FactReader reader,
            List<FactRecord> records,
            Problems problems) {
        this.file = file;
        this.catalog = catalog;
        this.checked = checked;
        this.formats = formats;
        this.problems = problems;
        this.facts = new ScopeFacts(file, catalog, binder(problems), reader, records);
        this.steps = new ScopeSteps(file.types());
    }

    private Binder binder(Problems found) {
        return new Binder(new BindingContext(
                catalog,
                checked.inventory(),
                false,
                checked.tree(),
                file.playbook().folder(),
                file.playbook().root(),
                formats,
                found));
    }

    /** Loops and conditions of all steps; the facts that they use are read. */
    void expand() {
        for (Phase phase : file.playbook().phases()) {
            phase.steps().forEach(step -> steps.add(expanded(phase, step)));
        }
    }

    List<String> notes(Phase phase) {
        return phase.steps().stream()
                .flatMap(step -> steps.step(step.name()).stream())
                .flatMap(step -> step.notes().stream())
                .toList();
    }

    Optional<String> pointOfNoReturn(Phase phase) {
        return phase.pointOfNoReturn().flatMap(text -> text(text, roots(ScopeTrace.empty(), Optional.empty())));
    }

    /** A value outside of any step. */
    Value early(Scalar scalar) {
        return evaluate(scalar, roots(ScopeTrace.empty(), Optional.empty()), problems);
    }

    private ExpandedStep expanded(Phase phase, Step step) {
        if (step.forEach().isEmpty()) {
            return instances(phase, step, Set.of(""));
        }
        Value over = over(step, ScopeTrace.empty());
        Set<String> keys = new LinkedHashSet<>();
        if (over instanceof Value.Table table) {
            keys.addAll(table.keys());
        } else if (over instanceof Value.Listed list) {
            list.items().forEach(item -> keys.add(text(item)));
            if (keys.size() < list.items().size()) {
                problems.error(
                        "duplicate-row",
                        "a value stands twice in the list, so that two steps would have one name",
                        step.forEach().orElseThrow().at(),
                        "delete one of them");
            }
        }
        return instances(phase, step, keys);
    }

    private Value over(Step step, ScopeTrace trace) {
        Evaluator evaluator = new Evaluator(roots(trace, Optional.empty()), problems);
        return step.forEach()
                .flatMap(Step.ForEach::over)
                .map(evaluator::present)
                .orElse(Value.FAULTY);
    }

    private static String text(Value item) {
        return item instanceof Value.Known known ? Scalars.text(known.value()).orElse("") : "";
    }

    private ExpandedStep instances(Phase phase, Step step, Set<String> keys) {
        List<ExpandedStep.Instance> instances = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (keys.isEmpty()) {
            notes.add(step.name() + ": nothing to do, "
                    + step.forEach().map(Step.ForEach::source).orElse("") + " has no rows");
        }
        for (String key : keys) {
            StepAddress address = new StepAddress(file.path(phase.name()), step.name(), key);
            ScopeTrace trace = ScopeTrace.empty();
            ExpandedStep.Instance instance = new ExpandedStep.Instance(address, row(step, key, trace), trace);
            Optional<Boolean> holds = step.when()
                    .flatMap(when -> new Evaluator(roots(instance, trace, Optional.empty()), problems)
                            .condition(when.expression()));
            if (holds.orElse(true)) {
                instances.add(instance);
            } else {
                notes.add(address.local() + ": left out, because \""
                        + step.when().map(Step.Condition::source).orElse("") + "\" does not hold");
            }
        }
        return new ExpandedStep(step, phase, keys, instances, notes);
    }

    private Optional<Value> row(Step step, String key, ScopeTrace trace) {
        if (step.forEach().isEmpty()) {
            return Optional.empty();
        }
        Value over = over(step, trace);
        return Optional.of(
                over instanceof Value.Table table
                        ? table.rows().get(key)
                        : over instanceof Value.Listed list
                                ? list.items().stream()
                                        .filter(item -> text(item).equals(key))
                                        .findFirst()
                                        .orElse(Value.FAULTY)
                                : Value.FAULTY);
    }

    /** What is to be planned of a phase. */
    List<StepDraft> drafts(Phase phase) {
        List<StepDraft> drafts = new ArrayList<>();
        for (Step step : phase.steps()) {
            steps.step(step.name())
                    .ifPresent(expanded ->
                            expanded.instances().forEach(instance -> drafts.add(draft(expanded, instance))));
        }
        return drafts;
    }

    private StepDraft draft(ExpandedStep expanded, ExpandedStep.Instance instance) {
        Step step = expanded.step();
        Value.Members unplanned = roots(instance, instance.trace(), Optional.empty());
        Optional<StepModule<?, ?>> module =
                step.calls().stream().findFirst().flatMap(call -> catalog.module(call.name()));
        String cluster = step.cluster()
                .or(expanded.phase()::cluster)
                .flatMap(one -> place("cluster", Slot.Single.CLUSTER, one, unplanned))
                .map(ref -> ((ClusterRef) ref).name())
                .orElse("");
        String namespace = step.namespace()
                .or(expanded.phase()::namespace)
                .flatMap(one -> place("namespace", ScopePlace.NAMESPACE, one, unplanned))
                .map(name -> ((ScopePlace.Namespace) name).value())
                .orElse("");
        Optional<String> confirm = step.confirm().flatMap(text -> text(text, unplanned));
        step.calls().forEach(call -> bind(call, unplanned, problems));
        Set<StepAddress> needs = new LinkedHashSet<>(instance.trace().steps());
        step.needs()
                .forEach(name -> steps.step(name.text())
                        .ifPresent(other -> other.instances().forEach(one -> needs.add(one.address()))));
        return new StepDraft(
                instance.address(),
                module,
                confirm,
                step.at(),
                cluster,
                namespace,
                step.within(),
                step.hold(),
                step.take(),
                step.replace(),
                needs,
                instance.trace().columns(),
                outputs -> bound(step, instance, outputs));
    }

    private Record bound(Step step, ExpandedStep.Instance instance, Outputs outputs) throws Mistakes {
        Problems found = new Problems();
        Value.Members roots = roots(instance, ScopeTrace.empty(), Optional.of(outputs));
        Optional<Object> args = step.calls().stream().findFirst().flatMap(call -> bind(call, roots, found));
        Expander.refuse(found);
        return (Record) args.orElseThrow(
                () -> new IllegalStateException("please report: " + instance.address() + " has no arguments"));
    }

    private Optional<Object> bind(Call call, Value.Members roots, Problems found) {
        StepModule<?, ?> module = catalog.module(call.name()).orElseThrow();
        Function<Scalar, Value> evaluate = scalar -> evaluate(scalar, roots, found);
        Arg.Fields fields = ExpanderStepCheck.argumentFields(call, evaluate).orElseThrow();
        return binder(found)
                .record(module.spec().args(), fields, "the module \"" + call.name() + "\"", "argument", call.at())
                .done();
    }

    private Optional<Object> place(String name, Slot slot, Scalar scalar, Value.Members roots) {
        return binder(problems)
                .value(name, slot, Arg.of(scalar, one -> evaluate(one, roots, problems)))
                .done();
    }

    private Optional<String> text(Scalar scalar, Value.Members roots) {
        return place("text", Slot.Single.STRING, scalar, roots).map(text -> (String) text);
    }

    private static Value evaluate(Scalar scalar, Value.Members roots, Problems found) {
        return Template.parse(scalar, found)
                .map(template -> new Evaluator(roots, found).value(template))
                .orElse(Value.FAULTY);
    }

    private Value.Members roots(ExpandedStep.Instance instance, ScopeTrace trace, Optional<Outputs> outputs) {
        Value.Members plain = roots(trace, outputs);
        Map<String, Value> loop = new LinkedHashMap<>();
        file.playbook()
                .phases()
                .forEach(phase -> phase.steps().stream()
                        .filter(step -> step.name().equals(instance.address().step()))
                        .forEach(step -> step.forEach()
                                .ifPresent(one -> instance.row().ifPresent(row -> loop.put(one.variable(), row)))));
        return name -> loop.containsKey(name) ? loop.getOrDefault(name, Value.FAULTY) : plain.get(name);
    }

    private Value.Members roots(ScopeTrace trace, Optional<Outputs> outputs) {
        Function<Scalar, Value> early = scalar -> evaluate(scalar, roots(ScopeTrace.empty(), outputs), problems);
        return ScopeValues.of(file.parameters(), facts.members(trace, early), steps.members(trace, outputs));
    }
}
