// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.event.RunEvent.Failure;
import io.shakebook.engine.event.RunEvent.Summary;
import io.shakebook.engine.graph.PlanGraph;
import io.shakebook.engine.graph.PlanGraph.Node;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a run stands. Used by the walking thread alone. */
final class Progress {
    private final Plan plan;
    private final Set<Node> done = new LinkedHashSet<>();
    private final List<StepAddress> notAsked = new ArrayList<>();
    private final Set<Node> started = new LinkedHashSet<>();
    private final Map<StepAddress, Failure> failed = new LinkedHashMap<>();
    private final List<StepAddress> unknown = new ArrayList<>();
    private Optional<String> pausedAt = Optional.empty();

    Progress(Plan plan) {
        this.plan = plan;
    }

    Set<Node> done() {
        return done;
    }

    boolean start(Node node) {
        return started.add(node);
    }

    boolean started(Node node) {
        return started.contains(node);
    }

    void done(Node node) {
        done.add(node);
    }

    /** A confirmation that nobody is asked for: what comes after it may start, but it is not done. */
    void notAsked(StepAddress step) {
        notAsked.add(step);
        done.add(PlanGraph.node(step));
    }

    void failed(StepAddress step, Failure failure) {
        failed.put(step, failure);
    }

    void unknown(StepAddress step) {
        unknown.add(step);
    }

    void paused(String address) {
        pausedAt = Optional.of(pausedAt.orElse(address));
    }

    Optional<String> pausedAt() {
        return pausedAt;
    }

    Map<StepAddress, Failure> failures() {
        return failed;
    }

    /** Phases that have a failed step. */
    boolean failedIn(String phase) {
        return failed.keySet().stream().anyMatch(step -> step.phase().equals(phase));
    }

    Summary summary(List<String> changed, Duration took) {
        List<StepAddress> ready = new ArrayList<>();
        List<StepAddress> notStarted = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            StepAddress address = step.address();
            if (notAsked.contains(address)) {
                continue;
            } else if (done.contains(PlanGraph.node(address))) {
                ready.add(address);
            } else if (!failed.containsKey(address) && !unknown.contains(address)) {
                notStarted.add(address);
            }
        }
        return new Summary(
                ready,
                List.copyOf(notAsked),
                changed,
                List.copyOf(failed.keySet()),
                notStarted,
                unknown,
                took,
                pausedAt);
    }
}
