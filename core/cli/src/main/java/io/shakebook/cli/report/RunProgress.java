// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.plan.PlannedStep;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each step of a plan stands, from the events of its run. */
final class RunProgress {
    private final Plan plan;
    private final Map<StepAddress, StepProgress> steps = new LinkedHashMap<>();

    /** What a step is doing. */
    enum State {
        RUNNING,
        STAYING,
        READY,
        FAILED
    }

    /**
     * A step that was started.
     *
     * @param within the deadline that it waits for, or how long it must stay ready; empty if it does not wait
     * @param ended when it was over or, if it must stay so, ready; empty while it runs
     */
    record StepProgress(
            State state, Instant started, String reason, Optional<Duration> within, Optional<Instant> ended) {
        Duration took(Instant now) {
            return Duration.between(started, ended.orElse(now));
        }
    }

    RunProgress(Plan plan) {
        this.plan = plan;
    }

    void heard(RunEvent event, Instant now) {
        if (event instanceof RunEvent.StepStarted started) {
            steps.put(
                    started.step(),
                    new StepProgress(State.RUNNING, now, "reading", Optional.empty(), Optional.empty()));
        } else if (event instanceof RunEvent.ChangeIntended intended) {
            running(intended.step(), "writing", Optional.empty(), now);
        } else if (event instanceof RunEvent.ChangeApplied applied) {
            running(applied.step(), "written", Optional.empty(), now);
        } else if (event instanceof RunEvent.StepWaiting waiting) {
            running(waiting.step(), "waiting: " + waiting.reason(), Optional.of(waiting.within()), now);
        } else if (event instanceof RunEvent.StepStaying staying) {
            StepProgress ready = new StepProgress(
                    State.STAYING,
                    started(staying.step(), now),
                    staying.reason(),
                    Optional.of(staying.hold()),
                    Optional.of(now));
            steps.put(
                    staying.step(),
                    of(staying.step())
                            .filter(known -> known.state() == State.STAYING)
                            .orElse(ready));
        } else if (event instanceof RunEvent.StepReady ready) {
            ended(ready.step(), State.READY, ready.reason(), now);
        } else if (event instanceof RunEvent.StepFailed failed) {
            ended(failed.step(), State.FAILED, failed.failure().summary(), now);
        } else if (event instanceof RunEvent.Confirmed confirmed) {
            plan.steps().stream()
                    .map(PlannedStep::address)
                    .filter(step -> step.toString().equals(confirmed.address()))
                    .forEach(step -> ended(step, State.READY, "confirmed", now));
        }
    }

    Optional<StepProgress> of(StepAddress step) {
        return Optional.ofNullable(steps.get(step));
    }

    /** Started steps of a phase, in the plan's order. */
    List<StepAddress> started(PlannedPhase phase) {
        return addresses(phase).stream().filter(steps::containsKey).toList();
    }

    long ready(PlannedPhase phase) {
        return addresses(phase).stream()
                .filter(step ->
                        of(step).filter(known -> known.state() == State.READY).isPresent())
                .count();
    }

    List<StepAddress> addresses(PlannedPhase phase) {
        return plan.stepsOf(phase.address()).stream().map(PlannedStep::address).toList();
    }

    /** From the first start to the last end in a phase; until now while it runs. */
    Duration took(PlannedPhase phase, Instant now) {
        List<StepProgress> known =
                started(phase).stream().flatMap(step -> of(step).stream()).toList();
        Instant start = known.stream()
                .map(StepProgress::started)
                .min(Instant::compareTo)
                .orElse(now);
        Instant end = known.stream()
                .map(step -> step.ended().orElse(now))
                .max(Instant::compareTo)
                .orElse(now);
        return Duration.between(start, end);
    }

    private Instant started(StepAddress step, Instant now) {
        return of(step).map(StepProgress::started).orElse(now);
    }

    private void running(StepAddress step, String reason, Optional<Duration> within, Instant now) {
        steps.put(step, new StepProgress(State.RUNNING, started(step, now), reason, within, Optional.empty()));
    }

    private void ended(StepAddress step, State state, String reason, Instant now) {
        Instant started = of(step).map(StepProgress::started).orElse(now);
        steps.put(step, new StepProgress(state, started, reason, Optional.empty(), Optional.of(now)));
    }
}
