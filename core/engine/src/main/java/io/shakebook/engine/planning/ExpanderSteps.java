// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Arg;
import io.shakebook.engine.binding.Slot;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.playbook.Call;
import io.shakebook.engine.playbook.Phase;
import io.shakebook.engine.playbook.Step;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.kube.ClusterRef;
import io.shakebook.spi.kube.NamespaceName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Expands the steps of one file: loops and conditions first, then where they act and what they refer to. */
final class ExpanderSteps {
    private final ScopeBinding binding;
    private final ScopeWorld world;

    ExpanderSteps(ScopeBinding binding, ScopeWorld world) {
        this.binding = binding;
        this.world = world;
        ExpanderLoops loops = new ExpanderLoops(world);
        for (Phase phase : world.file().playbook().phases()) {
            phase.steps().forEach(step -> world.steps().add(loops.expanded(phase, step)));
        }
    }

    /** The question; as it is written if a value in it is not known. */
    Optional<String> pointOfNoReturn(Phase phase) {
        return phase.pointOfNoReturn()
                .map(text -> text(text, world.roots(ScopeTrace.empty(), Optional.empty()))
                        .orElse(text.text()));
    }

    /** Why some of a phase's steps are not to be planned. */
    List<String> notes(Phase phase) {
        return of(phase).stream().flatMap(step -> step.notes().stream()).toList();
    }

    /** What is to be planned of a phase. */
    List<StepDraft> drafts(Phase phase) {
        return of(phase).stream()
                .flatMap(step -> step.instances().stream().map(instance -> draft(step, instance)))
                .toList();
    }

    private List<ExpandedStep> of(Phase phase) {
        return phase.steps().stream()
                .flatMap(step -> world.steps().step(step.name()).stream())
                .toList();
    }

    private StepDraft draft(ExpandedStep expanded, ExpandedStep.Instance instance) {
        Step step = expanded.step();
        Optional<Call> call = step.calls().stream().findFirst();
        Optional<StepModule<?, ?>> module =
                call.flatMap(one -> binding.catalog().module(one.name()));
        Value.Members roots = world.roots(instance, instance.trace(), Optional.empty());
        ScopePlace place = place(expanded, roots);
        Optional<String> confirm = step.confirm().map(text -> text(text, roots).orElse(text.text()));
        call.ifPresent(one -> arguments(one, roots, world.problems()));
        return new StepDraft(
                instance.address(),
                module,
                confirm,
                step.at(),
                place.cluster(),
                place.namespace(),
                step.within(),
                step.hold(),
                step.take(),
                step.replace(),
                needs(step, instance),
                instance.trace().columns(),
                instance.trace().notKnown(),
                outputs -> bound(step, instance, outputs));
    }

    private ScopePlace place(ExpandedStep expanded, Value.Members roots) {
        Step step = expanded.step();
        Optional<String> cluster = step.cluster()
                .or(expanded.phase()::cluster)
                .flatMap(one -> value("cluster", Slot.Single.CLUSTER, one, roots))
                .map(found -> ((ClusterRef) found).name());
        Optional<String> namespace = step.namespace()
                .or(expanded.phase()::namespace)
                .flatMap(one -> value("namespace", ScopePlace.NAMESPACE, one, roots))
                .map(found -> ((NamespaceName) found).value())
                .or(() -> cluster.map(name -> binding.inventory().clusters().get(name))
                        .flatMap(ClusterEntry::namespace));
        return new ScopePlace(cluster.orElse(""), namespace.orElse(""));
    }

    /** Steps that it refers to, and all runs of those that it names. */
    private Set<StepAddress> needs(Step step, ExpandedStep.Instance instance) {
        Set<StepAddress> needs = new LinkedHashSet<>(instance.trace().steps());
        step.needs().stream()
                .flatMap(name -> world.steps().step(name.text()).stream())
                .flatMap(other -> other.instances().stream())
                .forEach(other -> needs.add(other.address()));
        return needs;
    }

    private Record bound(Step step, ExpandedStep.Instance instance, Outputs outputs) throws Mistakes {
        Problems found = new Problems();
        Value.Members roots = world.roots(instance, ScopeTrace.empty(), Optional.of(outputs));
        Optional<Object> args = step.calls().stream().findFirst().flatMap(call -> arguments(call, roots, found));
        Expander.refuse(found);
        return (Record) args.orElseThrow(
                () -> new IllegalStateException("please report: " + instance.address() + " has no arguments"));
    }

    private Optional<Object> arguments(Call call, Value.Members roots, Problems found) {
        StepModule<?, ?> module = binding.catalog().module(call.name()).orElseThrow();
        Arg.Fields fields = ExpanderCallCheck.fields(call, scalar -> ScopeWorld.evaluate(scalar, roots, found))
                .orElseThrow();
        String owner = "the module \"" + call.name() + "\"";
        return binding.binder(world.file().playbook(), found)
                .record(module.spec().args(), fields, owner, "argument", call.at())
                .done();
    }

    private Optional<Object> value(String name, Slot slot, Scalar scalar, Value.Members roots) {
        Arg arg = Arg.of(scalar, one -> ScopeWorld.evaluate(one, roots, world.problems()));
        return binding.binder(world.file().playbook(), world.problems())
                .value(name, slot, arg)
                .done();
    }

    private Optional<String> text(Scalar scalar, Value.Members roots) {
        return value("text", Slot.Single.STRING, scalar, roots).map(text -> (String) text);
    }
}
