// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.RecordTree;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.ContentDigest;
import io.shakebook.engine.drift.ObjectDrift;
import io.shakebook.engine.drift.Standing;
import io.shakebook.engine.drift.StepDrift;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.PlannedOutput;
import io.shakebook.spi.Desired;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares one step with the world as it is: binds its arguments, asks its module what it wants, reads those objects, and
 * asks the module whether it is there. Gates and confirmations never stop it.
 */
final class StepComparer {
    private final Clusters clusters;
    private final ObjectComparer objects;
    private final OutputPlanner outputs;

    StepComparer(DriftPorts ports) {
        this.clusters = ports.clusters();
        this.objects = new ObjectComparer(ports);
        this.outputs = new OutputPlanner(new ContentDigest(ports.formats()));
    }

    /**
     * @param known outputs of the steps that were compared before
     * @param before the steps that were compared before
     */
    ComparedStep compare(StepDraft draft, Outputs known, Map<StepAddress, ComparedStep> before) {
        if (draft.notKnown().isPresent()) {
            return without(draft, Standing.UNKNOWN, draft.notKnown().get());
        }
        if (draft.module().isEmpty()) {
            return without(draft, Standing.QUESTION, draft.confirm().orElse(""));
        }
        Optional<StepAddress> missing = draft.needs().stream()
                .filter(need -> Optional.ofNullable(before.get(need))
                        .flatMap(ComparedStep::bound)
                        .isEmpty())
                .sorted()
                .findFirst();
        if (missing.isPresent()) {
            return without(draft, Standing.UNKNOWN, "is made from " + missing.get() + ", which could not be compared");
        }
        try {
            Record args = draft.args().bind(known);
            return compare(draft, draft.module().get(), args, before);
        } catch (Mistakes e) {
            String words = e.diagnostics().stream().map(Diagnostic::summary).collect(Collectors.joining("; "));
            return without(draft, Standing.UNKNOWN, words);
        }
    }

    private <A extends Record, O extends Record> ComparedStep compare(
            StepDraft draft, StepModule<A, O> module, Record bound, Map<StepAddress, ComparedStep> before) {
        A args = module.spec().args().cast(bound);
        Map<String, Object> tree = RecordTree.toTree(args);
        PlanningWorld world = new PlanningWorld(clusters, draft.cluster(), draft.namespace(), List.of());
        try {
            Desired<O> desired = module.want(args, world);
            List<ObjectDrift> found = new ArrayList<>();
            List<PlannedChange> states = new ArrayList<>();
            Follows follows = Follows.of(draft, before);
            for (int at = 0; at < desired.wanted().size(); at++) {
                ObjectComparer.Compared compared =
                        objects.compare(draft, at, desired.wanted().get(at), follows);
                compared.drift().ifPresent(found::add);
                states.add(compared.state());
            }
            Map<String, PlannedOutput> out = outputs.plan(desired.outputs(), states, draft.cluster(), true);
            boolean differs = found.stream().anyMatch(ObjectDrift::differs);
            Verdict verdict = differs ? Verdict.waiting("") : module.verify(args, world);
            StepDrift drift = step(draft, found, standing(verdict, differs), verdict.reason());
            return new ComparedStep(drift, Optional.of(StepPlanner.step(draft, tree, List.of(), out)), Map.of());
        } catch (Unanswered e) {
            String why = String.valueOf(e.getMessage());
            ComparedStep unknown = without(draft, Standing.UNKNOWN, "no answer from " + e.cluster() + ": " + why);
            return new ComparedStep(unknown.found(), Optional.empty(), Map.of(e.cluster(), why));
        } catch (Refusal e) {
            return without(draft, Standing.REFUSED, String.valueOf(e.getMessage()));
        }
    }

    private static Standing standing(Verdict verdict, boolean differs) {
        if (differs) {
            return Standing.DIFFERS;
        }
        return verdict instanceof Verdict.Ready ? Standing.HOLDS : Standing.NOT_READY;
    }

    private static ComparedStep without(StepDraft draft, Standing standing, String words) {
        return new ComparedStep(step(draft, List.of(), standing, words), Optional.empty(), Map.of());
    }

    private static StepDrift step(StepDraft draft, List<ObjectDrift> objects, Standing standing, String words) {
        return new StepDrift(
                draft.address(),
                draft.module().map(module -> module.spec().name()).orElse(""),
                draft.module().filter(module -> module.spec().gate()).isPresent(),
                draft.cluster(),
                objects,
                standing,
                words);
    }
}
