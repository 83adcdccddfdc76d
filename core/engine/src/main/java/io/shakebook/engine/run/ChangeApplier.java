// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.ChangeWriter;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.Completion;
import io.shakebook.engine.change.Conflict;
import io.shakebook.engine.change.Families;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.Holes;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.Stale;
import io.shakebook.engine.change.Staleness;
import io.shakebook.engine.change.StillPending;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.lock.RunLock;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.OutputRef;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries out one change: fill, read, compare with what was approved, announce, write, and settle what got no answer. */
final class ChangeApplier {
    private static final Duration PATIENCE = RunLock.LONGEST_WRITE;
    private static final int ATTEMPTS = 3;
    private static final String CUT_OFF = "the run was cut off while it was written";
    private static final String CHANGED_SINCE = "it changed since it was read";

    private final Clusters clusters;
    private final ChangeWriter writer;
    private final Rehearsal rehearsal;
    private final LiveCheck check;
    private final Completion completion;
    private final KnownOutputs outputs;
    private final RunDesk desk;
    private final LookingBack lookingBack;

    ChangeApplier(RunPorts ports, KnownOutputs outputs, RunDesk desk) {
        this.clusters = ports.clusters();
        this.writer = ports.writer();
        this.rehearsal = new Rehearsal(ports.preview(), PATIENCE);
        this.completion = new Completion(ports.formats(), outputs::value);
        this.check = new LiveCheck(ports.staleCheck(), completion);
        this.outputs = outputs;
        this.desk = desk;
        this.lookingBack = new LookingBack(clusters, desk);
    }

    /**
     * Looks at all changes of a step before the first one is written, so that a step of several objects is not stopped
     * half-way by what could have been known.
     *
     * @throws StepFailure if one of them would be; nothing was written
     */
    void rehearse(PlannedStep step) throws StepFailure {
        for (Change change : step.changes()) {
            if (desk.earlier().over(change) || desk.earlier().begun(change)) {
                continue; // is looked at when its turn comes: what was sent must be settled, not rehearsed
            }
            Optional<Manifest> live = live(step, change);
            Staleness found = check.planned(step, change, live);
            if (found instanceof Staleness.Moved moved) {
                throw Moves.failure(change, moved);
            }
            boolean asks = found instanceof Staleness.AsPlanned && change.body().isPresent();
            if (asks && change.action() != Action.REPLACE) {
                try {
                    rehearsal.of(step, change, ready(step, change, body(step, change), live), live);
                } catch (NoAnswer e) {
                    throw new ChangeFailures(step, change).notWritten(e);
                }
            }
        }
    }

    /**
     * The object as it is after the change; empty after a delete.
     *
     * @throws StepFailure if it was not carried out, or if that is not known
     */
    Optional<Manifest> apply(PlannedStep step, Change planned) throws StepFailure, InterruptedException {
        try {
            return carriedOut(step, planned);
        } catch (StepFailure e) {
            throw begun(planned) ? e.with("stands", Replacement.stands(planned, clusters)) : e;
        }
    }

    private Optional<Manifest> carriedOut(PlannedStep step, Change planned) throws StepFailure, InterruptedException {
        Change change = planned;
        Optional<Manifest> body = body(step, change);
        if (desk.earlier().over(change)) {
            return stands(step, change);
        }
        Optional<NoAnswer> unanswered =
                desk.earlier().begun(change) ? Optional.of(new NoAnswer(CUT_OFF)) : Optional.empty();
        for (int attempt = 1; ; attempt++) {
            Optional<Manifest> live = settled(step, change, unanswered);
            change = rest(planned, live, unanswered);
            boolean sent = unanswered.filter(NoAnswer::perhapsDone).isPresent();
            Staleness found = sent ? check.settled(step, change, live) : check.planned(step, change, live);
            if (found instanceof Staleness.AlreadySo) {
                desk.recorder().record(new RunEvent.ChangeFound(step.address(), change.id(), "it is already so"));
                return live;
            }
            if (found instanceof Staleness.Moved moved) {
                throw Moves.failure(change, moved);
            }
            if (attempt > ATTEMPTS) {
                throw givenUp(step, change, unanswered.orElseThrow());
            }
            try {
                return written(step, change, body, live);
            } catch (NoAnswer e) {
                lookingBack.after(e, step, change, attempt);
                boolean settledBefore = unanswered.filter(NoAnswer::perhapsDone).isEmpty();
                unanswered = Optional.of(settledBefore || e.perhapsDone() ? e : unanswered.get());
            }
        }
    }

    /** Whether an earlier process wrote all changes of a step, by its journal and by what is there. */
    boolean written(PlannedStep step) throws StepFailure {
        for (Change planned : step.changes()) {
            if (!desk.earlier().over(planned) && !(desk.earlier().begun(planned) && foundWritten(step, planned))) {
                return false;
            }
        }
        return true;
    }

    private boolean foundWritten(PlannedStep step, Change planned) throws StepFailure {
        Optional<NoAnswer> cutOff = Optional.of(new NoAnswer(CUT_OFF));
        Optional<Manifest> live = settled(step, planned, cutOff);
        return check.settled(step, rest(planned, live, cutOff), live) instanceof Staleness.AlreadySo;
    }

    /** What an earlier process finished is only looked at. @throws StepFailure if somebody changed it since */
    private Optional<Manifest> stands(PlannedStep step, Change change) throws StepFailure {
        Optional<Manifest> live = live(step, change);
        Staleness found = desk.earlier().overwritten(change)
                ? new Staleness.AlreadySo()
                : check.left(step, change, live, desk.earlier().uid(change));
        if (found instanceof Staleness.Moved moved) {
            throw Moves.since(change, moved);
        }
        return live;
    }

    /** The object as it is. After a write without an answer, it is not known what happened until this is. */
    private Optional<Manifest> settled(PlannedStep step, Change change, Optional<NoAnswer> unanswered)
            throws StepFailure {
        try {
            return live(step, change);
        } catch (StepFailure e) {
            if (unanswered.filter(NoAnswer::perhapsDone).isPresent()) {
                String write = String.valueOf(unanswered.get().getMessage());
                throw new ChangeFailures(step, change)
                        .unknown(write + "; then " + e.failure().summary());
            }
            throw e;
        }
    }

    /** What is left to do: once our delete for a replacement may have happened and the old object is gone, the create. */
    private Change rest(Change planned, Optional<Manifest> live, Optional<NoAnswer> unanswered) {
        boolean replacing = unanswered.isPresent() && begun(planned);
        Optional<String> old = planned.target().uid();
        return replacing && !live.map(Manifest::uid).equals(old) ? Replacement.secondHalf(planned) : planned;
    }

    /** Whether the old object may be gone already. */
    private boolean begun(Change planned) {
        return planned.action() == Action.REPLACE && desk.changed().ids().contains(planned.id());
    }

    private static StepFailure givenUp(PlannedStep step, Change change, NoAnswer last) {
        ChangeFailures failures = new ChangeFailures(step, change);
        if (last.perhapsDone()) {
            return failures.unknown(String.valueOf(last.getMessage()));
        }
        return CHANGED_SINCE.equals(last.getMessage()) ? failures.restless() : failures.notWritten(last);
    }

    private Optional<Manifest> written(
            PlannedStep step, Change change, Optional<Manifest> body, Optional<Manifest> live)
            throws StepFailure, NoAnswer, InterruptedException {
        Optional<Manifest> before = live;
        if (change.action() == Action.REPLACE) {
            delete(step, change, live.orElseThrow());
            before = Optional.empty();
        }
        ReadyChange ready = ready(step, change, body, before);
        boolean asked = change.check().byServer() && change.takes().isEmpty();
        return write(
                step, change, ready.deletes() || asked ? ready : rehearsal.of(step, change, ready, before), before);
    }

    private static ReadyChange ready(
            PlannedStep step, Change change, Optional<Manifest> body, Optional<Manifest> live) {
        Guard guard = live.<Guard>map(object -> new Guard.Unchanged(object.uid(), object.resourceVersion()))
                .orElseGet(Guard.Missing::new);
        String manager = Families.manager(step.module());
        return new ReadyChange(change.target().cluster(), change.target().object(), body, guard, manager, false);
    }

    /** The first half of a replacement: returns when the old object is gone. */
    private void delete(PlannedStep step, Change change, Manifest old)
            throws StepFailure, NoAnswer, InterruptedException {
        ObjectRef object = change.target().object();
        Guard guard = new Guard.Unchanged(old.uid(), old.resourceVersion());
        String manager = Families.manager(step.module());
        boolean going = desk.earlier().halfway(change) && old.terminating();
        if (!going) {
            write(
                    step,
                    change,
                    ReadyChange.wholeDelete(change.target().cluster(), object, guard, manager),
                    Optional.of(old));
        }
        desk.recorder()
                .show(new RunEvent.StepWaiting(
                        step.address(),
                        "the old " + object.shown() + " is being deleted, with all that belongs to it",
                        List.of(),
                        Duration.ZERO,
                        step.within()));
        new Going(clusters, desk).await(step, change);
    }

    private Optional<Manifest> write(PlannedStep step, Change change, ReadyChange ready, Optional<Manifest> before)
            throws StepFailure, NoAnswer {
        desk.locks().demand(change.target().cluster());
        desk.recorder().record(new RunEvent.ChangeIntended(step.address(), change.id(), ready.guard(), filled(change)));
        try {
            desk.look().end();
            Optional<Manifest> live = writer.write(ready, PATIENCE).live();
            desk.changed().add(change.id(), live.map(Manifest::uid).orElse(""));
            desk.recorder()
                    .record(new RunEvent.ChangeApplied(
                            step.address(),
                            change.id(),
                            live.map(Manifest::uid).orElse(""),
                            live.map(Manifest::resourceVersion).orElse("")));
            return live;
        } catch (Stale e) {
            throw NoAnswer.nothingDone(CHANGED_SINCE);
        } catch (Conflict e) {
            return write(step, change, rehearsal.despite(e, step, change, ready, before), before);
        } catch (Refused e) {
            throw new ChangeFailures(step, change).refused(e);
        } catch (NoAnswer e) {
            if (e.perhapsDone()) {
                desk.changed().add(change.id());
            }
            throw e;
        }
    }

    private Map<String, Object> filled(Change change) {
        Map<String, Object> filled = new LinkedHashMap<>();
        change.body().ifPresent(body -> {
            for (OutputRef hole : Holes.in(body)) {
                outputs.value(hole).ifPresent(value -> filled.put(hole.toString(), value));
            }
        });
        return filled;
    }

    private Optional<Manifest> body(PlannedStep step, Change change) throws StepFailure {
        try {
            return change.body().isEmpty()
                    ? Optional.empty()
                    : Optional.of(completion.complete(change.body().get()));
        } catch (StillPending e) {
            throw new ChangeFailures(step, change).missing(e);
        }
    }

    private Optional<Manifest> live(PlannedStep step, Change change) throws StepFailure {
        try {
            return clusters.view(change.target().cluster()).get(change.target().object());
        } catch (Unanswered e) {
            throw new ChangeFailures(step, change).unreachable(e);
        }
    }
}
