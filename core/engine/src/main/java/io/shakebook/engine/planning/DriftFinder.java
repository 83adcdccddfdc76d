// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.drift.Drift;
import io.shakebook.engine.graph.PlanGraph;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.PlannedStep;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

/**
 * Finds what is not as a playbook says. Only reads: it sends no dry run, which would need the right to change things, and
 * has no port that could. See docs/adr/drift-only-reads.md.
 */
public final class DriftFinder {
    private final StepComparer steps;
    private final PlanAssembly assembly;
    private final Clusters clusters;
    private final FactReader facts;
    private final ExecutorService threads;

    /** @param threads carries out independent reads side by side; not shut down here */
    public DriftFinder(
            DriftPorts ports, Made.Playbook playbook, Made.Inventory inventory, Clock clock, ExecutorService threads) {
        this.steps = new StepComparer(ports);
        this.assembly = new PlanAssembly(ports.tool(), playbook, inventory, clock);
        this.clusters = ports.clusters();
        this.facts = new LiveFacts(ports.clusters());
        this.threads = threads;
    }

    /**
     * Reads the clusters that facts and steps name. What cannot be read is said in the answer.
     *
     * @throws Mistakes of the playbook or the inventory that are known only now
     * @throws InterruptedException if the thread is interrupted
     */
    public Drift find(Expander expander, CheckedPlaybook playbook) throws Mistakes, InterruptedException {
        List<Drift.Unread> unread = new ArrayList<>();
        Expansion expansion = expander.expandWhatCanBeRead(playbook, facts, unread);
        List<ComparedStep> compared = compared(expansion);
        List<PlannedStep> bound =
                compared.stream().flatMap(step -> step.bound().stream()).toList();
        Map<String, String> unreachable = new TreeMap<>(expansion.unanswered());
        compared.forEach(step -> unreachable.putAll(step.unreachable()));
        return new Drift(
                assembly.made(expansion, bound, named(expansion.steps())),
                compared.stream().map(ComparedStep::found).toList(),
                unread,
                assembly.now(),
                expansion.warnings().stream().map(PlanAssembly::shown).toList(),
                unreachable);
    }

    private List<ComparedStep> compared(Expansion expansion) throws Mistakes, InterruptedException {
        PlanGraph graph = graph(expansion);
        Map<StepAddress, ComparedStep> done = new LinkedHashMap<>();
        PlannedOutputs outputs = new PlannedOutputs();
        new StepWalk(graph, expansion.steps(), threads)
                .<ComparedStep>walk(
                        draft -> Optional.of(() -> steps.compare(draft, outputs, Map.copyOf(done))), step -> {
                            done.put(step.found().address(), step);
                            step.bound().ifPresent(one -> outputs.add(one.address(), one.outputs()));
                        });
        return graph.order().stream().map(done::get).toList();
    }

    /** The clusters that the steps name. None is asked for its identity: that needs a right that reading does not. */
    private Map<String, Made.Cluster> named(List<StepDraft> steps) {
        Map<String, Made.Cluster> named = new TreeMap<>();
        steps.stream()
                .map(StepDraft::cluster)
                .filter(name -> !name.isEmpty())
                .forEach(name -> named.put(name, new Made.Cluster("", clusters.about(name))));
        return named;
    }

    private static PlanGraph graph(Expansion expansion) throws Mistakes {
        try {
            return Planner.graph(expansion);
        } catch (Unplannable e) {
            throw new Mistakes(e.mistakes());
        }
    }
}
