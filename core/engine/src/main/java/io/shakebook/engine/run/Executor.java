// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunEvent.Failure;
import io.shakebook.engine.event.RunEvent.Outcome;
import io.shakebook.engine.graph.Graph;
import io.shakebook.engine.graph.PlanGraph;
import io.shakebook.engine.graph.PlanGraph.Node;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.OnFailure;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.plan.PlannedStep;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Walks a plan's graph: starts what is ready, stops what must not start. One step's work is somebody else's. */
final class Executor {
    private final Plan plan;
    private final Set<String> walked;
    private final Consumer<PlannedPhase> back;
    private final PlanGraph graph;
    private final StepWork work;
    private final Inquiry inquiry;
    private final Recorder recorder;
    private final Changed changed;
    private final StopSignal stop;
    private final Locks locks;
    private final Clock clock;
    private final Progress progress;
    private final Hands hands;
    private final LinkedBlockingQueue<Optional<Ended>> ended = new LinkedBlockingQueue<>();
    private final Map<StepAddress, PlannedStep> running = new ConcurrentSkipListMap<>();

    /** How one step ended: without a failure and not cut off means ready. */
    private record Ended(PlannedStep step, Optional<Failure> failure, boolean cutOff, Optional<Throwable> bug) {}

    /**
     * @param walked phases that are carried out
     * @param back walks back what was changed in a phase
     */
    Executor(
            Plan plan,
            Set<String> walked,
            StepWork work,
            Consumer<PlannedPhase> back,
            Approvals approvals,
            RunDesk desk) {
        this.back = back;
        this.plan = plan;
        this.walked = Set.copyOf(walked);
        this.work = work;
        this.recorder = desk.recorder();
        this.changed = desk.changed();
        this.stop = desk.stop();
        this.locks = desk.locks();
        this.clock = desk.clock();
        this.hands = desk.hands();
        this.inquiry = new Inquiry(approvals, desk);
        hands.onFreed(() -> ended.add(Optional.empty()));
        this.graph = graphOf(plan);
        this.progress = new Progress(plan);
    }

    /** Walks until nothing can be started any more and nothing runs. */
    RunEvent.RunEnded run(ExecutorService threads) {
        Elapsed elapsed = new Elapsed(clock);
        do {
            while (startReady(threads)) {
                continue;
            }
            if (!running.isEmpty()) {
                settleWhatEnded();
                elapsed.now();
            }
        } while (!running.isEmpty() || somethingReady());
        walkBack();
        locks.release();
        return end(outcome(), elapsed.now());
    }

    /** Phases that failed and say so, the last first. */
    private void walkBack() {
        List<PlannedPhase> phases = new ArrayList<>(plan.phases());
        Collections.reverse(phases);
        phases.stream()
                .filter(phase -> phase.onFailure() == OnFailure.UNDO && progress.failedIn(phase.address()))
                .filter(phase -> !recorder.isBroken() && !locks.lost())
                .forEach(back);
    }

    /** For a run that must not begin. */
    RunEvent.RunEnded notBegun(Outcome why) {
        return end(why, Duration.ZERO);
    }

    private RunEvent.RunEnded end(Outcome outcome, Duration took) {
        var end = new RunEvent.RunEnded(outcome, progress.summary(changed.ids(), took));
        if (!recorder.isBroken() && recorder.recorded(end)) {
            return end;
        }
        var cut = new RunEvent.RunEnded(Outcome.JOURNAL_BROKEN, end.summary());
        recorder.show(cut);
        return cut;
    }

    private Outcome outcome() {
        return new Verdicts(plan, walked, progress, changed.ids(), stop, locks.lost()).outcome();
    }

    private boolean somethingReady() {
        return graph.ready(progress.done()).stream().anyMatch(node -> mayStart(node) && !progress.started(node));
    }

    /** @return whether a barrier fell, so that more may be ready */
    private boolean startReady(ExecutorService threads) {
        boolean more = false;
        for (Node node : graph.ready(progress.done())) {
            if (mayStart(node) && (!PlanGraph.isStep(node) || hands.free()) && progress.start(node)) {
                more |= start(node, threads);
            }
        }
        return more;
    }

    private boolean mayStart(Node node) {
        if (!walked.contains(PlanGraph.phase(node))) {
            return false;
        }
        if (stop.startNothing() || progress.pausedAt().isPresent() || recorder.isBroken()) {
            return false;
        }
        if (progress.failures().isEmpty()) {
            return true;
        }
        return PlanGraph.isStep(node)
                && goesOnAfterFailure(PlanGraph.address(node).phase());
    }

    private boolean goesOnAfterFailure(String phase) {
        return progress.failedIn(phase) && phase(phase).onFailure() == OnFailure.FINISH_PHASE;
    }

    private boolean start(Node node, ExecutorService threads) {
        if (!PlanGraph.isStep(node)) {
            return node.kind() == Node.Kind.END ? finish(node) : begin(node);
        }
        PlannedStep step = plan.step(PlanGraph.address(node)).orElseThrow();
        if (step.confirm().isPresent()) {
            return confirm(step, step.confirm().get()) && finish(node);
        }
        running.put(step.address(), step);
        hands.take();
        threads.execute(() -> {
            Ended end = carryOut(step);
            hands.giveBack();
            ended.add(Optional.of(end));
        });
        return false;
    }

    private boolean begin(Node node) {
        PlannedPhase phase = phase(node.name());
        if (phase.pointOfNoReturn().isEmpty()) {
            return finish(node);
        }
        if (Questions.changes(plan, phase.address())) {
            return confirmed(phase.address(), phase.pointOfNoReturn().get()) && finish(node);
        }
        inquiry.given(phase.address());
        return finish(node);
    }

    /** @return whether the walk goes on behind it: a plan without changes asks nothing, but hears what was said before */
    private boolean confirm(PlannedStep step, String question) {
        if (plan.changesAnything()) {
            return confirmed(step.address().toString(), question);
        }
        if (!inquiry.given(step.address().toString())) {
            progress.notAsked(step.address());
        }
        return true;
    }

    private boolean finish(Node node) {
        progress.done(node);
        return true;
    }

    private boolean confirmed(String address, String question) {
        return switch (inquiry.ask(address, question)) {
            case YES -> true;
            case OPEN -> {
                progress.paused(address);
                yield false;
            }
            case NOT_HEARD -> false;
        };
    }

    private Ended carryOut(PlannedStep step) {
        try {
            recorder.record(new RunEvent.StepStarted(step.address()));
            var verdict = work.carryOut(step);
            recorder.record(new RunEvent.StepReady(step.address(), verdict.reason(), verdict.measures()));
            return new Ended(step, Optional.empty(), false, Optional.empty());
        } catch (StepFailure e) {
            return new Ended(step, Optional.of(e.failure()), false, Optional.empty());
        } catch (InterruptedException e) {
            return new Ended(step, Optional.empty(), true, Optional.empty());
        } catch (UncheckedIOException e) {
            String why = "the journal cannot be written: " + e.getMessage();
            return new Ended(step, Optional.of(new Failure("journal", why, Map.of())), false, Optional.empty());
        } catch (RuntimeException | Error e) { // whoever walks waits for this step, and passes it on
            return new Ended(step, Optional.empty(), false, Optional.of(e));
        }
    }

    /** Waits for one, and takes all that ended meanwhile: each look at the graph goes through all of it. */
    private void settleWhatEnded() {
        next().ifPresent(this::settle);
        for (Optional<Ended> more = ended.poll(); more != null; more = ended.poll()) {
            more.ifPresent(this::settle);
        }
    }

    private Optional<Ended> next() {
        while (true) {
            try {
                return ended.take();
            } catch (InterruptedException e) {
                stop.ask(); // whoever interrupts the walk wants it to end; what runs is waited for all the same
            }
        }
    }

    private void settle(Ended end) {
        StepAddress step = end.step().address();
        running.remove(step);
        end.bug().ifPresent(Executor::passOn);
        if (end.failure().isPresent()) {
            progress.failed(step, end.failure().get());
            var failed = new RunEvent.StepFailed(step, end.failure().get());
            if (recorder.isBroken() || !recorder.recorded(failed)) {
                recorder.show(failed);
            }
        } else if (end.cutOff()) {
            progress.unknown(step);
        } else {
            progress.done(PlanGraph.node(step));
        }
    }

    private static void passOn(Throwable bug) {
        if (bug instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) bug;
    }

    List<StepAddress> running() {
        return List.copyOf(running.keySet());
    }

    private PlannedPhase phase(String address) {
        return plan.phases().stream()
                .filter(phase -> phase.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static PlanGraph graphOf(Plan plan) {
        Map<String, List<String>> phases = new LinkedHashMap<>();
        plan.phases().forEach(phase -> phases.put(phase.address(), phase.needs()));
        Map<StepAddress, List<StepAddress>> steps = new LinkedHashMap<>();
        plan.steps().forEach(step -> steps.put(step.address(), step.needs()));
        try {
            return PlanGraph.of(phases, steps);
        } catch (Graph.Cycle e) {
            throw new IllegalArgumentException("a plan with a cycle: " + e.getMessage(), e);
        }
    }
}
