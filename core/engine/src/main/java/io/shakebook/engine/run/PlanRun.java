// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunHistory;
import io.shakebook.engine.event.RunJournal;
import io.shakebook.engine.lock.Holder;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.Span;
import io.shakebook.engine.reading.Expected;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** One run of one plan. The plan is the program: no module is asked again what it wants. Used once. */
public final class PlanRun {
    private final Plan plan;
    private final RunDesk desk;
    private final Executor executor;

    /** A run that begins, of the whole plan. */
    public PlanRun(
            Plan plan, RunPorts ports, Approvals approvals, RunJournal journal, RunListener listener, StopSignal stop) {
        this(plan, Span.WHOLE, ports, approvals, journal, listener, stop, RunHistory.none());
    }

    /**
     * @param span the phases that are walked
     * @param history what earlier processes did of this run; it is looked at again and not done again
     */
    public PlanRun(
            Plan plan,
            Span span,
            RunPorts ports,
            Approvals approvals,
            RunJournal journal,
            RunListener listener,
            StopSignal stop,
            RunHistory history) {
        this.plan = plan;
        Recorder recorder = new Recorder(journal, listener);
        this.desk = new RunDesk(
                recorder,
                new Changed(),
                stop,
                ports.clock(),
                new Hands(Hands.USUAL),
                new SharedLook(ports.clusters(), ports.collections(), ports.clock(), expected(plan)),
                new Locks(ports.lock(), recorder, stop),
                new Earlier(plan, history));
        history.sent().forEach(desk.changed()::add);
        KnownOutputs outputs = new KnownOutputs(plan);
        history.outputs().forEach(known -> outputs.add(known.step(), known.output(), known.value()));
        FactCheck facts = new FactCheck(plan, ports.catalog(), ports.clusters());
        ChangeApplier applier = new ChangeApplier(ports, outputs, desk);
        StepWork runner = plan.made().undoes().isPresent()
                ? new BackRunner(ports, applier, desk)
                : new StepRunner(ports, facts, applier, outputs, desk);
        StepWork work = new PassingBy(span.passedBy(plan), ports.catalog(), runner);
        this.executor = new Executor(
                plan, span.walked(plan), work, new WalkBack(plan, ports, applier, outputs, desk)::of, approvals, desk);
        stop.onAsked(this::interrupted);
    }

    private static Expected expected(Plan plan) {
        Expected expected = new Expected();
        plan.steps().forEach(step -> expected.step(step.module(), step.cluster(), step.namespace()));
        return expected;
    }

    /** @param steps most that are worked on at once, over all clusters; before the run begins */
    public PlanRun atMost(int steps) {
        desk.hands().limit(steps);
        return this;
    }

    private void interrupted(int times) {
        RunEvent event = new RunEvent.Interrupted(times, executor.running());
        if (desk.recorder().isBroken() || !desk.recorder().recorded(event)) {
            desk.recorder().show(event);
        }
    }

    /**
     * Carries the plan out; returns when nothing runs any more.
     *
     * @throws IllegalArgumentException if the plan is only a preview
     * @throws java.io.UncheckedIOException if the journal cannot be started; nothing was written
     */
    public RunEvent.RunEnded run(RunEvent.RunStarted started) {
        return walk(started, new Holder(started.by(), started.run()));
    }

    /**
     * Goes on with a run that was cut off: what is done is looked at again, what was announced is settled by reading, and
     * the rest is carried out.
     *
     * @throws java.io.UncheckedIOException if the journal cannot be written; nothing was
     */
    public RunEvent.RunEnded resume(String run, String by) {
        return walk(new RunEvent.Resumed(by, desk.earlier().history().last()), new Holder(by, run));
    }

    private RunEvent.RunEnded walk(RunEvent begins, Holder holder) {
        if (!plan.seen().unreachable().isEmpty()) {
            throw new IllegalArgumentException("a preview cannot be run");
        }
        desk.recorder().record(begins);
        Optional<RunEvent.Outcome> refused = desk.locks().take(plan, holder);
        if (refused.isPresent()) {
            return executor.notBegun(refused.get());
        }
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "step-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        try {
            return executor.run(threads);
        } finally {
            threads.shutdownNow();
            desk.locks().release();
        }
    }
}
