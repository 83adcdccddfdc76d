// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.graph.Graph;
import io.shakebook.engine.graph.PlanGraph;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.Plan;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/** Makes a plan: orders the steps, plans each after what it needs, checks that none gets in another's way, writes it down. */
public final class Planner {
    private final PlanningPorts ports;
    private final PlanAssembly assembly;
    private final SiteCheck sites;
    private final PlanNeeds needs;
    private final ExecutorService threads;

    /** @param threads carries out independent reads side by side; not shut down here */
    public Planner(
            PlanningPorts ports,
            Made.Playbook playbook,
            Made.Inventory inventory,
            Clock clock,
            ExecutorService threads) {
        this.ports = ports;
        this.assembly = new PlanAssembly(ports.tool(), playbook, inventory, clock);
        this.sites = new SiteCheck(ports.clusters(), threads);
        this.needs = new PlanNeeds(
                ports,
                threads,
                "see what is to be granted with: shakebook permissions " + playbook.path() + " -i " + inventory.path());
        this.threads = threads;
    }

    /** Asks the clusters that any plan of the playbook needs already, while the rest is made out. Waits for nobody. */
    public void begin(CheckedPlaybook checked) {
        sites.begin(SureSites.of(checked.root()));
    }

    /**
     * Reads the clusters that steps name, and sends dry runs; changes nothing.
     *
     * @return a plan, or a preview if {@code seen.unreachable} is not empty
     * @throws Unplannable with everything that speaks against it
     * @throws InterruptedException if the thread is interrupted
     */
    public Plan plan(Expansion expansion) throws Unplannable, InterruptedException {
        PlanGraph graph = graph(expansion);
        sites.begin(expansion);
        List<StepResult> inOrder = results(expansion, graph);
        SitesSeen seen = sites.look(expansion);
        List<Diagnostic> mistakes = new ArrayList<>();
        List<Diagnostic> refusals = new ArrayList<>();
        inOrder.forEach(result -> mistakes.addAll(result.mistakes()));
        inOrder.forEach(result -> refusals.addAll(result.refusals()));
        mistakes.addAll(new OrderCheck(graph, inOrder).mistakes());
        if (mistakes.isEmpty() && refusals.isEmpty()) {
            mistakes.addAll(new OwnFactsCheck(ports.clusters(), graph, inOrder).mistakes(expansion.facts()));
        }
        SitesSeen locked = seen.with(expansion.locks().ofPlan(inOrder), perhapsDown(expansion));
        PlanNeeds.Outcome access =
                mistakes.isEmpty() ? needs.demand(inOrder, locked, expansion.locks()) : PlanNeeds.Outcome.FINE;
        refusals.addAll(access.refusals());
        if (!mistakes.isEmpty() || !refusals.isEmpty()) {
            throw new Unplannable(mistakes, refusals);
        }
        return assembly.plan(expansion, inOrder, locked.with(access.warnings()));
    }

    /** Sites without which the playbook can be carried out. */
    private static Set<String> perhapsDown(Expansion expansion) {
        Set<String> perhapsDown = new LinkedHashSet<>(expansion.mayBeDown());
        perhapsDown.removeAll(expansion.sites());
        return perhapsDown;
    }

    /**
     * What must be allowed to carry the playbook out, whatever state its objects are in. Reads and sends dry runs like a
     * plan; what cannot be looked into as things are is told in the answer.
     *
     * @throws Unplannable if the playbook is mistaken
     * @throws InterruptedException if the thread is interrupted
     */
    public Required required(Expansion expansion) throws Unplannable, InterruptedException {
        sites.begin(expansion);
        List<StepResult> inOrder = results(expansion, graph(expansion));
        SitesSeen seen = sites.look(expansion);
        List<Diagnostic> mistakes =
                inOrder.stream().flatMap(result -> result.mistakes().stream()).toList();
        if (!mistakes.stream().allMatch(PlanNeeds::byServer)) {
            throw new Unplannable(mistakes, List.of());
        }
        return needs.always(inOrder, seen, expansion);
    }

    private List<StepResult> results(Expansion expansion, PlanGraph graph) throws InterruptedException {
        Set<StepAddress> referred = new LinkedHashSet<>();
        expansion.steps().forEach(draft -> referred.addAll(draft.needs()));
        StepPlanner steps = new StepPlanner(
                new LitClusters(ports.clusters(), sites::dark),
                new ChangePlanner(ports.differ(), ports.preview()),
                new Overruled(ports.differ()),
                new OutputPlanner(ports.digest()),
                referred);
        Map<StepAddress, StepResult> results = planned(expansion, graph, steps);
        return graph.order().stream()
                .filter(results::containsKey)
                .map(results::get)
                .toList();
    }

    private Map<StepAddress, StepResult> planned(Expansion expansion, PlanGraph graph, StepPlanner steps)
            throws InterruptedException {
        Map<StepAddress, StepResult> results = new LinkedHashMap<>();
        PlannedOutputs outputs = new PlannedOutputs();
        new StepWalk(graph, expansion.steps(), threads)
                .<StepResult>walk(draft -> work(draft, graph, results, outputs, steps), planned -> {
                    StepResult result = withoutFollowing(planned, graph, results);
                    results.put(result.draft().address(), result);
                    result.step().ifPresent(step -> outputs.add(step.address(), step.outputs()));
                });
        return results;
    }

    /** A step that needs one that could not be planned is not planned either: its mistakes would only follow. */
    private static boolean plannable(Map<StepAddress, StepResult> results, StepDraft draft) {
        return draft.needs().stream()
                .map(results::get)
                .allMatch(result -> result != null && result.step().isPresent());
    }

    /** What is wrong with a step that comes after one that is not known may only follow from that. */
    private static StepResult withoutFollowing(
            StepResult result, PlanGraph graph, Map<StepAddress, StepResult> results) {
        if (result.step().isPresent()) {
            return result;
        }
        return graph.ancestors(result.draft().address()).stream()
                .filter(before ->
                        results.containsKey(before) && results.get(before).isDark())
                .findFirst()
                .map(dark -> StepPlanner.notKnown(
                        result.draft(), "it comes after " + dark + ", which is not known", Map.of()))
                .orElse(result);
    }

    private Optional<Callable<StepResult>> work(
            StepDraft draft,
            PlanGraph graph,
            Map<StepAddress, StepResult> results,
            PlannedOutputs outputs,
            StepPlanner steps) {
        if (!plannable(results, draft)) {
            return Optional.empty();
        }
        List<PlannedObject> before = new ArrayList<>();
        Set<StepAddress> ancestors = graph.ancestors(draft.address());
        results.forEach((address, result) -> {
            if (ancestors.contains(address)) {
                before.addAll(result.objects());
            }
        });
        return Optional.of(() -> steps.plan(draft, outputs, before));
    }

    static PlanGraph graph(Expansion expansion) throws Unplannable {
        Map<String, List<String>> phases = new LinkedHashMap<>();
        expansion.phases().forEach(phase -> phases.put(phase.address(), phase.needs()));
        Map<StepAddress, Set<StepAddress>> steps = new LinkedHashMap<>();
        expansion.steps().forEach(draft -> steps.put(draft.address(), draft.needs()));
        try {
            return PlanGraph.of(phases, steps);
        } catch (Graph.Cycle e) {
            Diagnostic cycle = Diagnostic.error(
                    "cycle", "steps need each other in a circle: " + e.getMessage(), "remove one of these needs");
            throw new Unplannable(List.of(cycle), List.of());
        }
    }
}
