// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.RecordTree;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.Stale;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.PlannedOutput;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Desired;
import io.shakebook.spi.Forbidden;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.UnknownKind;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Severity;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.kube.Unsettled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans one step: binds its arguments, asks its module once, compares, and asks the module whether it is there. */
final class StepPlanner {
    private static final int LOOKS = 10;

    private final Clusters clusters;
    private final ChangePlanner changes;
    private final Overruled overruled;
    private final OutputPlanner outputs;
    private final Set<StepAddress> referred;

    /** @param referred steps that others refer to */
    StepPlanner(
            Clusters clusters,
            ChangePlanner changes,
            Overruled overruled,
            OutputPlanner outputs,
            Set<StepAddress> referred) {
        this.clusters = clusters;
        this.changes = changes;
        this.overruled = overruled;
        this.outputs = outputs;
        this.referred = Set.copyOf(referred);
    }

    /**
     * @param known outputs of the steps that were planned before
     * @param before what steps that come before change
     */
    StepResult plan(StepDraft draft, Outputs known, List<PlannedObject> before) {
        if (draft.notKnown().isPresent()) {
            return notKnown(draft, draft.notKnown().get(), Map.of());
        }
        if (draft.module().isEmpty()) {
            return StepResult.planned(draft, step(draft, Map.of(), List.of(), Map.of()), "asked when the run is there");
        }
        Record args;
        try {
            args = draft.args().bind(known);
        } catch (Mistakes e) {
            return StepResult.mistaken(draft, e.diagnostics());
        }
        return plan(draft, draft.module().get(), args, before);
    }

    private <A extends Record, O extends Record> StepResult plan(
            StepDraft draft, StepModule<A, O> module, Record bound, List<PlannedObject> before) {
        A args = module.spec().args().cast(bound);
        Map<String, Object> tree = RecordTree.toTree(args);
        PlanningWorld world = new PlanningWorld(clusters, draft.cluster(), draft.namespace(), before);
        List<Wanted> wanted = new ArrayList<>();
        try {
            Desired<O> desired = module.want(args, world);
            wanted.addAll(desired.wanted());
            List<PlannedChange> planned = new ArrayList<>();
            while (planned.size() < desired.wanted().size()) {
                planned.add(change(draft, planned.size(), desired, before));
            }
            List<Change> changed =
                    planned.stream().flatMap(one -> one.change().stream()).toList();
            Map<String, PlannedOutput> out =
                    outputs.plan(desired.outputs(), planned, draft.cluster(), referred.contains(draft.address()));
            String state = state(module, args, world, draft, !changed.isEmpty());
            List<String> warnings = new ArrayList<>();
            for (PlannedChange one : planned) {
                overruled.words(draft, one).ifPresent(warnings::add);
            }
            boolean overruledNow = changed.isEmpty() && !warnings.isEmpty() && state.startsWith("ready");
            String found = overruledNow ? "overruled: the cluster makes it something else, see the warning" : state;
            return result(draft, step(draft, tree, changed, out), desired, planned, world.reads(), found, warnings);
        } catch (Forbidden e) {
            return StepResult.forbidden(draft, String.valueOf(e.getMessage())).after(wanted, world.reads());
        } catch (UnknownKind e) {
            return CustomKinds.unknown(draft, e).after(wanted, world.reads());
        } catch (Unanswered e) {
            return notKnown(
                    draft, "no answer from " + e.cluster(), Map.of(e.cluster(), String.valueOf(e.getMessage())));
        } catch (Refusal e) {
            return refused(draft, e).after(wanted, world.reads());
        } catch (Unsettled.ReadTooEarly e) {
            return tooEarly(draft, module.spec().name(), e.field());
        }
    }

    private static StepResult tooEarly(StepDraft draft, String module, Unsettled field) {
        return StepResult.mistaken(
                draft,
                List.of(Diagnostic.error(
                        "pending-read",
                        "\"" + draft.address() + "\": the module \"" + module + "\" reads " + field.what()
                                + ", which is known only after the step " + field.until(),
                        draft.at(),
                        "give it the value as an argument, ${steps.….…}, or move the step to a playbook that runs after"
                                + " this one")));
    }

    /** A step that stands in the preview only. @param unreachable why, by cluster */
    static StepResult notKnown(StepDraft draft, String why, Map<String, String> unreachable) {
        return StepResult.dark(draft, step(draft, Map.of(), List.of(), Map.of()), why, unreachable);
    }

    /** What moves while it is looked at, such as a workload that rolls out, is looked at again. */
    private PlannedChange change(StepDraft draft, int index, Desired<?> desired, List<PlannedObject> before)
            throws Refusal, Unanswered {
        for (int look = 1; ; look++) {
            ClusterView view = look == 1 ? clusters.view(draft.cluster()) : clusters.again(draft.cluster());
            Wish wish = wish(draft, index, desired, before, view);
            try {
                return changes.plan(wish);
            } catch (Stale e) {
                if (look == LOOKS) {
                    String object = wish.wanted().ref().shown();
                    throw new Unanswered(draft.cluster(), object + " changes all the time; plan again");
                }
            }
        }
    }

    private static StepResult refused(StepDraft draft, Refusal e) {
        Diagnostic found = new Diagnostic(
                Severity.ERROR,
                e.code(),
                "\"" + draft.address() + "\": " + e.getMessage(),
                Optional.of(draft.at()),
                e.remedy());
        return e.code().equals("refused-by-server")
                ? StepResult.mistaken(draft, List.of(found))
                : StepResult.refused(draft, List.of(found));
    }

    /** The live object with what earlier steps make of it, and why the server cannot be asked about it yet. */
    private static Wish wish(
            StepDraft draft, int index, Desired<?> desired, List<PlannedObject> before, ClusterView view)
            throws Unanswered {
        Wanted wanted = desired.wanted().get(index);
        Map<FieldPath, String> bounds = OutputPlanner.bounds(desired.outputs(), index);
        String id = draft.address() + "#" + (index + 1);
        Optional<PlannedObject> earlier = last(draft.cluster(), wanted.ref(), before);
        if (earlier.isPresent()) {
            String why = "follows another change to the same object";
            return new Wish(draft, id, wanted, earlier.get().after(), Optional.of(why), bounds);
        }
        ObjectRef space = new ObjectRef(Kind.NAMESPACE, "", wanted.ref().namespace());
        Optional<String> notYet =
                last(draft.cluster(), space, before).map(created -> "its namespace is created by the plan");
        try {
            return new Wish(draft, id, wanted, view.get(wanted.ref()), notYet, bounds);
        } catch (UnknownKind e) {
            if (!CustomKinds.definedBy(before, draft.cluster(), wanted.ref().kind())) {
                throw e;
            }
            String why = "its kind is created by the plan";
            return new Wish(draft, id, wanted, Optional.empty(), Optional.of(why), bounds);
        }
    }

    private static Optional<PlannedObject> last(String cluster, ObjectRef ref, List<PlannedObject> before) {
        return before.stream()
                .filter(object ->
                        object.cluster().equals(cluster) && object.ref().equals(ref))
                .reduce((one, other) -> other);
    }

    private <A extends Record, O extends Record> String state(
            StepModule<A, O> module, A args, PlanningWorld world, StepDraft draft, boolean changes)
            throws Unanswered, Refusal {
        if (changes) {
            held(() -> module.before(args, world), world, draft);
            return "later: it is changed first";
        }
        if (module.spec().gate()) {
            return held(() -> module.verify(args, world), world, draft);
        }
        try {
            return shown(module.verify(args, world));
        } catch (Unsettled.ReadTooEarly e) {
            return "later: after " + e.field().until();
        }
    }

    /** A question to a module about the world. */
    private interface Question {
        Verdict ask() throws Unanswered;
    }

    /** A gate that cannot heal by itself refuses the plan, unless an earlier step changes what it looked at. */
    private static String held(Question question, PlanningWorld world, StepDraft draft) throws Refusal, Unanswered {
        Verdict verdict;
        try {
            verdict = question.ask();
        } catch (Unsettled.ReadTooEarly e) {
            return "later: after " + e.field().until();
        }
        List<PlannedObject> changing = world.changesRead();
        if (verdict instanceof Verdict.Ready || changing.isEmpty()) {
            if (verdict instanceof Verdict.Failed) {
                throw new Refusal("gate", verdict.reason(), "");
            }
            return shown(verdict);
        }
        return "later: after " + changing.get(0).change().target().object().shown() + " is changed";
    }

    private static String shown(Verdict verdict) {
        String word =
                verdict instanceof Verdict.Ready ? "ready" : verdict instanceof Verdict.Failed ? "failed" : "waiting";
        return verdict.reason().isEmpty() ? word : word + ": " + verdict.reason();
    }

    static PlannedStep step(
            StepDraft draft, Map<String, Object> args, List<Change> changes, Map<String, PlannedOutput> outputs) {
        return new PlannedStep(
                draft.address(),
                draft.module().map(module -> module.spec().name()).orElse(""),
                draft.confirm(),
                draft.cluster(),
                draft.namespace(),
                draft.at().toString(),
                draft.needs().stream().sorted().toList(),
                draft.within(),
                draft.hold(),
                draft.uses().stream().sorted().toList(),
                args,
                changes,
                outputs);
    }

    private static StepResult result(
            StepDraft draft,
            PlannedStep step,
            Desired<?> desired,
            List<PlannedChange> planned,
            Set<Read> reads,
            String state,
            List<String> warnings) {
        List<PlannedObject> objects = new ArrayList<>();
        Map<String, String> versions = new LinkedHashMap<>();
        for (int at = 0; at < planned.size(); at++) {
            PlannedChange one = planned.get(at);
            Set<FieldPath> decided = OutputPlanner.decided(one, OutputPlanner.bounds(desired.outputs(), at));
            one.change().ifPresent(change -> {
                objects.add(new PlannedObject(
                        draft.cluster(), one.wanted().ref(), change, one.before(), one.after(), decided));
                one.before()
                        .map(Manifest::resourceVersion)
                        .filter(version -> !version.isEmpty())
                        .ifPresent(version -> versions.put(change.id(), version));
            });
        }
        return new StepResult(
                draft,
                Optional.of(step),
                desired.wanted(),
                objects,
                reads,
                versions,
                state,
                warnings,
                List.of(),
                List.of(),
                Map.of(),
                Optional.empty());
    }
}
