// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Arg;
import io.shakebook.engine.binding.Binder;
import io.shakebook.engine.binding.Slot;
import io.shakebook.engine.expression.Type;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.playbook.Phase;
import io.shakebook.engine.playbook.Step;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Checks the facts, phases and steps of one playbook, with what is known before a cluster is asked. */
final class ExpanderStepCheck {
    private final ScopeBinding binding;
    private final ExpanderCallCheck calls;
    private final Problems problems;

    ExpanderStepCheck(ScopeBinding binding, Problems problems) {
        this.binding = binding;
        this.calls =
                new ExpanderCallCheck(binding.catalog(), binding.inventory().clusters(), problems);
        this.problems = problems;
    }

    void check(ScopeFile file, ScopeScalars scalars) {
        Binder binder = binding.binder(file.playbook(), problems);
        file.playbook().facts().forEach(fact -> calls.fact(fact, binder, scalars::value));
        for (Phase phase : file.playbook().phases()) {
            phase.pointOfNoReturn()
                    .ifPresent(text -> value(binder, "point-of-no-return", Slot.Single.STRING, text, scalars::value));
            phase.cluster().ifPresent(one -> value(binder, "cluster", Slot.Single.CLUSTER, one, scalars::value));
            phase.namespace().ifPresent(one -> value(binder, "namespace", ScopePlace.NAMESPACE, one, scalars::value));
            phase.steps().forEach(step -> step(file, phase, step, binder));
        }
    }

    private void step(ScopeFile file, Phase phase, Step step, Binder binder) {
        Map<String, Type> types = new LinkedHashMap<>(file.types());
        Value.Members known = ScopeValues.unasked(file.parameters(), file.types());
        ScopeScalars outer = new ScopeScalars(types, known, false, file.origins(), problems);
        step.forEach().ifPresent(loop -> {
            shadow(file, loop);
            Type row = loop.over().map(over -> row(outer.type(over), loop)).orElse(Type.Simple.ANY);
            types.put(loop.variable(), row);
        });
        Value.Members values = step.forEach()
                .map(loop -> ScopeValues.with(
                        loop.variable(),
                        new Value.Unknown(types.getOrDefault(loop.variable(), Type.Simple.ANY)),
                        known))
                .orElse(known);
        ScopeScalars early = new ScopeScalars(types, values, false, file.origins(), problems);
        boolean leftOut = step.when()
                .flatMap(when -> early.condition(when.expression()))
                .filter(is -> !is)
                .isPresent();
        Function<Scalar, Value> evaluate = leftOut ? early::unknown : early::value;
        step.cluster().ifPresent(one -> value(binder, "cluster", Slot.Single.CLUSTER, one, evaluate));
        step.namespace().ifPresent(one -> value(binder, "namespace", ScopePlace.NAMESPACE, one, evaluate));
        step.confirm().ifPresent(one -> value(binder, "confirm", Slot.Single.STRING, one, evaluate));
        ScopeScalars late = new ScopeScalars(types, values, true, file.origins(), problems);
        calls.module(phase, step, binder, leftOut ? late::unknown : late::value);
    }

    private void shadow(ScopeFile file, Step.ForEach loop) {
        if (file.types().containsKey(loop.variable())) {
            problems.error(
                    "name-taken",
                    "\"" + loop.variable() + "\" is the name of a parameter already",
                    loop.at(),
                    "choose another name for the loop");
        }
    }

    private Type row(Type over, Step.ForEach loop) {
        if (over instanceof Type.Rows rows) {
            return rows.row().asRow();
        }
        if (over instanceof Type.ListOf list && list.item() instanceof Type.Simple) {
            return list.item();
        }
        if (over != Type.Simple.ANY) {
            problems.error(
                    "not-iterable",
                    over.words() + " cannot be iterated",
                    loop.over().orElseThrow().at(),
                    "name a fact with rows, or a list of texts or numbers");
        }
        return Type.Simple.ANY;
    }

    private static void value(Binder binder, String name, Slot slot, Scalar scalar, Function<Scalar, Value> evaluate) {
        binder.value(name, slot, Arg.of(scalar, evaluate));
    }
}
