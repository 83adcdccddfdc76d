// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.binding.RecordTree;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Completion;
import io.shakebook.engine.change.StillPending;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.plan.OutputReader;
import io.shakebook.engine.plan.PlannedOutput;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.engine.source.Json;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.value.OutputRef;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Carries out one step of a plan: facts, changes, outputs, and then waits until its module says that it is there. */
final class StepRunner implements StepWork {
    private final Catalog catalog;
    private final FactCheck facts;
    private final ChangeApplier applier;
    private final OutputReader reader;
    private final Completion completion;
    private final KnownOutputs outputs;
    private final Waiter waiter;
    private final Recorder recorder;
    private final Earlier earlier;

    StepRunner(RunPorts ports, FactCheck facts, ChangeApplier applier, KnownOutputs outputs, RunDesk desk) {
        this.catalog = ports.catalog();
        this.facts = facts;
        this.applier = applier;
        this.reader = new OutputReader(ports.formats());
        this.completion = new Completion(ports.formats(), outputs::value);
        this.outputs = outputs;
        this.waiter = new Waiter(ports.clusters(), desk);
        this.recorder = desk.recorder();
        this.earlier = desk.earlier();
    }

    @Override
    public Verdict carryOut(PlannedStep step) throws StepFailure, InterruptedException {
        StepModule<?, ?> module = Optional.<StepModule<?, ?>>ofNullable(
                        catalog.modules().get(step.module()))
                .orElseThrow(() -> new StepFailure("unknown-module", "no module is called \"" + step.module() + "\""));
        return carryOut(step, module);
    }

    private <A extends Record, O extends Record> Verdict carryOut(PlannedStep step, StepModule<A, O> module)
            throws StepFailure, InterruptedException {
        A args = args(step, module);
        boolean done = earlier.ready(step);
        if (step.changesAnything()) {
            if (!done && !applier.written(step)) {
                facts.check(step);
                waiter.await(step, world -> module.before(args, world), Duration.ZERO);
            }
            change(step);
        }
        if (done && earlier.builtOn(step)) {
            return Verdict.ready("was done before, and later steps have built on it");
        }
        Waiter.Question there = world -> module.verify(args, world);
        boolean fresh = step.changesAnything() && !done;
        if (fresh || module.spec().gate()) { // a gate measures anew each time
            return waiter.await(step, there, step.hold());
        }
        // What this run did not touch has shown already that it stays.
        return waiter.glanceOrAwait(step, there);
    }

    private void change(PlannedStep step) throws StepFailure, InterruptedException {
        if (step.changes().size() > 1) {
            applier.rehearse(step);
        }
        Map<String, Manifest> live = new HashMap<>();
        for (Change change : step.changes()) {
            applier.apply(step, change).ifPresent(object -> live.put(change.id(), object));
        }
        demandApproved(step, live);
        for (Map.Entry<String, PlannedOutput> output : step.outputs().entrySet()) {
            Optional<Object> value = reader.value(output.getValue(), id -> live(step, live, id));
            if (value.isPresent()) {
                learn(step, output.getKey(), value.get());
            }
        }
    }

    /** @throws StepFailure if it was known, has been used since, and is another one now */
    private void learn(PlannedStep step, String name, Object value) throws StepFailure {
        Optional<Object> known = outputs.value(new OutputRef(step.address().toString(), name, ""));
        if (known.isEmpty()) {
            outputs.add(step.address(), name, value);
            recorder.record(new RunEvent.OutputKnown(step.address(), name, value));
        } else if (earlier.tells(step.address(), name) && !known.get().equals(value)) {
            throw new StepFailure("stale", step.address() + " gives another " + name + " than when this run wrote it")
                    .with(name, "was " + known.get() + ", is now " + value)
                    .with("do", "put it back and resume, or make a new plan");
        }
    }

    /** Whoever approved the plan approved values within their bounds. Any other is used by nobody. */
    private static void demandApproved(PlannedStep step, Map<String, Manifest> live) throws StepFailure {
        for (PlannedOutput output : step.outputs().values()) {
            Optional<OutputReader.Unfit> unfit = OutputReader.unfit(output, id -> live(step, live, id));
            if (unfit.isPresent()) {
                PlannedOutput.Field field = unfit.get().field();
                throw new StepFailure(
                                "unapproved-value",
                                "the server chose a value that the approval does not cover; no other step has used it")
                        .with(
                                field.path().toString(),
                                "approved was " + field.bound().words() + ", is "
                                        + Json.line(unfit.get().value()))
                        .with("do", "plan again: the value is known now, and stands in the new plan");
            }
        }
    }

    private static Optional<OutputReader.Live> live(PlannedStep step, Map<String, Manifest> live, String change) {
        return Optional.ofNullable(live.get(change)).map(object -> new OutputReader.Live(step.cluster(), object));
    }

    private <A extends Record> A args(PlannedStep step, StepModule<A, ?> module) throws StepFailure {
        try {
            return RecordTree.fromTree(module.spec().args(), completion.complete(step.args()));
        } catch (StillPending e) {
            throw new StepFailure("output-missing", "an earlier step did not give " + e.outputs());
        }
    }
}
