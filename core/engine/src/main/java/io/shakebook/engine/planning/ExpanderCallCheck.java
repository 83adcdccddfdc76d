// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Arg;
import io.shakebook.engine.binding.Binder;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.binding.RecordSchema;
import io.shakebook.engine.binding.Slot;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.playbook.Call;
import io.shakebook.engine.playbook.FactCall;
import io.shakebook.engine.playbook.Phase;
import io.shakebook.engine.playbook.Step;
import io.shakebook.engine.playbook.StepParser;
import io.shakebook.engine.source.Nearest;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.ModuleSpec;
import io.shakebook.spi.diagnostic.Position;
import io.shakebook.spi.kube.ClusterRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Checks the modules and look-ups that a playbook names, and their arguments. */
final class ExpanderCallCheck {
    private final Catalog catalog;
    private final Map<String, ClusterEntry> clusters;
    private final Problems problems;

    ExpanderCallCheck(Catalog catalog, Map<String, ClusterEntry> clusters, Problems problems) {
        this.catalog = catalog;
        this.clusters = clusters;
        this.problems = problems;
    }

    void fact(FactCall fact, Binder binder, Function<Scalar, Value> evaluate) {
        for (Call call : fact.calls().stream().limit(1).toList()) {
            catalog.lookup(call.name())
                    .ifPresentOrElse(
                            lookup -> arguments(call, lookup.spec().args(), "the look-up", binder, evaluate),
                            () -> problems.error(
                                    "unknown-lookup",
                                    "there is no look-up \"" + call.name() + "\"",
                                    call.at(),
                                    Nearest.remedy(
                                            call.name(),
                                            "look-ups",
                                            catalog.lookups().keySet())));
        }
        if (fact.calls().size() > 1) {
            problems.error(
                    "several-lookups",
                    "a fact has one look-up",
                    fact.calls().get(1).at(),
                    "make two facts of it, or indent the arguments of the look-up");
        }
    }

    void module(Phase phase, Step step, Binder binder, Function<Scalar, Value> evaluate) {
        List<Call> known = step.calls().stream()
                .filter(call -> catalog.module(call.name()).isPresent())
                .toList();
        if (known.size() == 1 && notIndented(step, known.get(0))) {
            return;
        }
        step.calls().stream()
                .filter(call -> !known.contains(call))
                .forEach(call -> unknown(call, known.isEmpty() && step.confirm().isEmpty()));
        if (known.size() > 1) {
            Call second = known.get(1);
            problems.error(
                    "several-modules",
                    "a step has one module, and this is the second: \"" + second.name() + "\"",
                    second.at(),
                    "make two steps of it");
        } else if (known.size() == 1) {
            ModuleSpec<?, ?> spec =
                    catalog.module(known.get(0).name()).orElseThrow().spec();
            arguments(known.get(0), spec.args(), "the module", binder, evaluate);
            required(spec, phase, step, "cluster", "");
            Optional<Scalar> cluster = step.cluster().or(phase::cluster);
            boolean usual = cluster.flatMap(one -> usualNamespace(one, binder, evaluate))
                    .isPresent();
            if (!usual) {
                required(spec, phase, step, "namespace", ", or once for all in the cluster of the inventory");
            }
        }
    }

    /** The namespace that the inventory gives to the cluster, if the cluster is known before any is asked. */
    private Optional<String> usualNamespace(Scalar cluster, Binder binder, Function<Scalar, Value> evaluate) {
        return binder.value("cluster", Slot.Single.CLUSTER, Arg.of(cluster, evaluate))
                .done()
                .map(found -> clusters.get(((ClusterRef) found).name()))
                .flatMap(ClusterEntry::namespace);
    }

    /** The habit of other languages: what belongs below a module stands beside it. Said once instead of for each key. */
    private boolean notIndented(Step step, Call module) {
        boolean nothingBelow = module.arguments() instanceof Scalar scalar && scalar.isNull();
        if (!nothingBelow) {
            return false;
        }
        List<String> arguments = RecordSchema.of(
                        catalog.module(module.name()).orElseThrow().spec().args(), catalog)
                .names();
        Optional<Call> beside = step.calls().stream()
                .filter(call -> call != module && arguments.contains(call.name()))
                .findFirst();
        if (beside.isEmpty()) {
            return false;
        }
        problems.error(
                "indentation",
                "the arguments of the module \"" + module.name() + "\" stand beside it, not below it",
                beside.get().at(),
                "indent \"" + beside.get().name() + "\" and the other arguments by two more spaces");
        return true;
    }

    /** A gate may find its place in its arguments; what writes must say where. A wrong or misspelt key is said once. */
    private void required(ModuleSpec<?, ?> spec, Phase phase, Step step, String key, String elsewhere) {
        if (spec.gate() || step.keys().contains(key) || phase.keys().contains(key)) {
            return;
        }
        boolean misspelt = Stream.concat(step.keys().stream(), phase.keys().stream())
                .anyMatch(written -> Nearest.to(written, List.of(key)).isPresent());
        if (!misspelt) {
            problems.error(
                    "missing-" + key,
                    "the step \"" + step.name() + "\" names no " + key,
                    step.at(),
                    "write \"" + key + ": …\" in the step or in its phase" + elsewhere);
        }
    }

    private void unknown(Call call, boolean noModuleYet) {
        Optional<String> nearModule = Nearest.to(call.name(), catalog.modules().keySet());
        Optional<String> nearKey = Nearest.to(call.name(), StepParser.KEYS);
        boolean module = noModuleYet && (nearModule.isPresent() || nearKey.isEmpty());
        problems.error(
                module ? "unknown-module" : "unknown-key",
                module
                        ? "there is no module \"" + call.name() + "\""
                        : "\"" + call.name() + "\" is not a key of a step",
                call.at(),
                module
                        ? Nearest.remedy(
                                call.name(), "modules", catalog.modules().keySet())
                        : Nearest.remedy(call.name(), "keys", StepParser.KEYS));
    }

    private void arguments(
            Call call, Class<? extends Record> type, String kind, Binder binder, Function<Scalar, Value> evaluate) {
        Optional<Arg.Fields> fields = fields(call, evaluate);
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
    static Optional<Arg.Fields> fields(Call call, Function<Scalar, Value> evaluate) {
        if (call.arguments() instanceof Mapping mapping) {
            return Optional.of(Arg.fields(mapping, evaluate));
        }
        boolean none = call.arguments() instanceof Scalar scalar && scalar.isNull();
        Position at = call.at();
        return none ? Optional.of(new Arg.Fields(at, List.of())) : Optional.empty();
    }
}
