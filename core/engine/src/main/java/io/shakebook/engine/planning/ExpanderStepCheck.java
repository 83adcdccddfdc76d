// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Arg;
import io.shakebook.engine.binding.Binder;
import io.shakebook.engine.binding.BindingContext;
import io.shakebook.engine.binding.Bound;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.binding.Slot;
import io.shakebook.engine.change.FileFormats;
import io.shakebook.engine.expression.Type;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.playbook.Call;
import io.shakebook.engine.playbook.FactCall;
import io.shakebook.engine.playbook.Phase;
import io.shakebook.engine.playbook.Step;
import io.shakebook.engine.source.Nearest;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.Lookup;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.diagnostic.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Checks the facts, phases and steps of one playbook. */
final class ExpanderStepCheck {
    private static final List<String> STEP_KEYS = List.of(
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

    private final Catalog catalog;
    private final Inventory inventory;
    private final SourceTree tree;
    private final FileFormats formats;
    private final Problems problems;

    ExpanderStepCheck(Catalog catalog, Inventory inventory, SourceTree tree, FileFormats formats, Problems problems) {
        this.catalog = catalog;
        this.inventory = inventory;
        this.tree = tree;
        this.formats = formats;
        this.problems = problems;
    }

    void check(ScopeFile file, ScopeScalars scalars) {
        Binder binder = new Binder(new BindingContext(
                catalog,
                inventory,
                false,
                tree,
                file.playbook().folder(),
                file.playbook().root(),
                formats,
                problems));
        file.playbook().facts().forEach(fact -> fact(fact, binder, scalars));
        for (Phase phase : file.playbook().phases()) {
            phase.pointOfNoReturn()
                    .ifPresent(text -> place(binder, "point-of-no-return", Slot.Single.STRING, text, scalars::value));
            phase.cluster().ifPresent(one -> place(binder, "cluster", Slot.Single.CLUSTER, one, scalars::value));
            phase.namespace().ifPresent(one -> place(binder, "namespace", ScopePlace.NAMESPACE, one, scalars::value));
            phase.steps().forEach(step -> step(file, phase, step, binder));
        }
    }

    private void fact(FactCall fact, Binder binder, ScopeScalars scalars) {
        if (fact.calls().size() > 1) {
            problems.error(
                    "several-lookups",
                    "a fact has one look-up",
                    fact.calls().get(1).at(),
                    "make two facts of it, or indent the arguments of the look-up");
        } else if (fact.calls().size() == 1) {
            Call call = fact.calls().get(0);
            Lookup<?, ?> lookup = catalog.lookups().get(call.name());
            if (lookup == null) {
                problems.error(
                        "unknown-lookup",
                        "there is no look-up \"" + call.name() + "\"",
                        call.at(),
                        Nearest.remedy(
                                call.name(), "look-ups", catalog.lookups().keySet()));
            } else {
                arguments(call, lookup.spec().args(), "the look-up", binder, scalars::value);
            }
        }
    }

    private void step(ScopeFile file, Phase phase, Step step, Binder binder) {
        Map<String, Type> types = new LinkedHashMap<>(file.types());
        Value.Members known = ScopeValues.unasked(file.parameters(), file.types());
        ScopeScalars outer = new ScopeScalars(types, known, false, problems);
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
        ScopeScalars early = new ScopeScalars(types, values, false, problems);
        boolean leftOut = step.when()
                .flatMap(when -> early.condition(when.expression()))
                .filter(is -> !is)
                .isPresent();
        Function<Scalar, Value> place = leftOut ? early::unknown : early::value;
        step.cluster().ifPresent(one -> place(binder, "cluster", Slot.Single.CLUSTER, one, place));
        step.namespace().ifPresent(one -> place(binder, "namespace", ScopePlace.NAMESPACE, one, place));
        step.confirm().ifPresent(one -> place(binder, "confirm", Slot.Single.STRING, one, place));
        ScopeScalars late = new ScopeScalars(types, values, true, problems);
        module(phase, step, binder, leftOut ? late::unknown : late::value);
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

    private void module(Phase phase, Step step, Binder binder, Function<Scalar, Value> evaluate) {
        List<Call> known = step.calls().stream()
                .filter(call -> catalog.module(call.name()).isPresent())
                .toList();
        for (Call call : step.calls()) {
            if (!known.contains(call)) {
                unknown(call, known.isEmpty() && step.confirm().isEmpty());
            }
        }
        if (known.size() > 1) {
            problems.error(
                    "several-modules",
                    "a step has one module, and this is the second: \""
                            + known.get(1).name() + "\"",
                    known.get(1).at(),
                    "make two steps of it");
        }
        if (known.size() == 1) {
            StepModule<?, ?> module = catalog.module(known.get(0).name()).orElseThrow();
            arguments(known.get(0), module.spec().args(), "the module", binder, evaluate);
            if (!module.spec().gate()) {
                required(step, "cluster", step.cluster().or(phase::cluster).isPresent());
                required(
                        step, "namespace", step.namespace().or(phase::namespace).isPresent());
            }
        }
    }

    private void required(Step step, String key, boolean given) {
        if (!given) {
            problems.error(
                    "missing-" + key,
                    "the step \"" + step.name() + "\" names no " + key,
                    step.at(),
                    "write \"" + key + ": …\" in the step or in its phase");
        }
    }

    private void unknown(Call call, boolean asModule) {
        List<String> names =
                new ArrayList<>(asModule ? List.copyOf(catalog.modules().keySet()) : STEP_KEYS);
        Optional<String> nearKey = Nearest.to(call.name(), STEP_KEYS);
        boolean module = asModule && nearKey.isEmpty();
        String remedy = nearKey.isPresent() && Nearest.to(call.name(), names).isEmpty()
                ? "did you mean \"" + nearKey.get() + "\"?"
                : Nearest.remedy(call.name(), asModule ? "modules" : "keys", names);
        problems.error(
                module ? "unknown-module" : "unknown-key",
                module
                        ? "there is no module \"" + call.name() + "\""
                        : "\"" + call.name() + "\" is not a key of a step",
                call.at(),
                remedy);
    }

    private void arguments(
            Call call, Class<? extends Record> type, String kind, Binder binder, Function<Scalar, Value> evaluate) {
        Optional<Arg.Fields> fields = argumentFields(call, evaluate);
        if (fields.isPresent()) {
            binder.record(type, fields.get(), kind + " \"" + call.name() + "\"", "argument", call.at());
        } else if (!(call.arguments() instanceof YamlNode.Faulty)) {
            problems.error(
                    "wrong-type",
                    "the arguments of \"" + call.name() + "\" must be a map, but this is "
                            + call.arguments().kind(),
                    call.arguments().at(),
                    "write \"argument: value\" below it, indented");
        }
    }

    /** Empty if the arguments are no map. */
    static Optional<Arg.Fields> argumentFields(Call call, Function<Scalar, Value> evaluate) {
        if (call.arguments() instanceof Mapping mapping) {
            return Optional.of(Arg.fields(mapping, evaluate));
        }
        boolean none = call.arguments() instanceof Scalar scalar && scalar.isNull();
        Position at = call.at();
        return none ? Optional.of(new Arg.Fields(at, List.of())) : Optional.empty();
    }

    private static Bound place(Binder binder, String name, Slot slot, Scalar scalar, Function<Scalar, Value> evaluate) {
        return binder.value(name, slot, Arg.of(scalar, evaluate));
    }
}
