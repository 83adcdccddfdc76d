// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.graph.PlanGraph;
import io.shakebook.engine.graph.StepAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Looks at the steps of a playbook, each after those that it needs, independent ones side by side. */
final class StepWalk {
    private final PlanGraph graph;
    private final Map<StepAddress, StepDraft> drafts = new LinkedHashMap<>();
    private final ExecutorService threads;

    StepWalk(PlanGraph graph, List<StepDraft> steps, ExecutorService threads) {
        this.graph = graph;
        this.threads = threads;
        steps.forEach(draft -> drafts.put(draft.address(), draft));
    }

    /**
     * @param work for a step, asked for on the caller's thread when all before it is done; empty to pass it over
     * @param done takes each result, on the caller's thread
     */
    <R> void walk(Function<StepDraft, Optional<Callable<R>>> work, Consumer<R> done) throws InterruptedException {
        Set<PlanGraph.Node> walked = new LinkedHashSet<>();
        Set<PlanGraph.Node> ready = graph.ready(walked);
        while (!ready.isEmpty()) {
            List<Callable<R>> batch = ready.stream()
                    .filter(PlanGraph::isStep)
                    .map(node -> drafts.get(PlanGraph.address(node)))
                    .flatMap(draft -> work.apply(draft).stream())
                    .toList();
            List<R> results = new ArrayList<>();
            for (Future<R> future : threads.invokeAll(batch)) {
                results.add(result(future));
            }
            results.forEach(done);
            walked.addAll(ready);
            ready = graph.ready(walked);
        }
    }

    static <R> R result(Future<R> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
