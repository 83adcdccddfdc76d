// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunEvent.Failure;
import io.shakebook.engine.event.RunEvent.Paused;
import io.shakebook.engine.event.RunEvent.StepFailed;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Span;
import io.shakebook.engine.run.RunListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What of a run's events its last lines need. Safe to use from several threads. */
public final class Heard implements RunListener {
    private final List<StepFailed> failures = new ArrayList<>();
    private final Map<StepAddress, String> waits = new HashMap<>();
    private final Set<String> confirmed = new HashSet<>();
    private Optional<Failure> lockRefused = Optional.empty();
    private Optional<RunEvent.LockLost> lockLost = Optional.empty();
    private Optional<Paused> paused = Optional.empty();
    private Optional<String> run = Optional.empty();
    private Span span = Span.WHOLE;
    private final List<String> walkedBack = new ArrayList<>();
    private final List<RunEvent.Stands> standing = new ArrayList<>();
    private final Set<String> inDoubt = new HashSet<>();
    private final Set<String> applied = new HashSet<>();

    public Heard() {}

    /** Of a run that goes on. @param confirmedBefore addresses of the questions that were answered with yes */
    public Heard(String run, Span span, Set<String> confirmedBefore) {
        this.run = Optional.of(run);
        this.span = span;
        confirmed.addAll(confirmedBefore);
    }

    @Override
    public synchronized void heard(RunEvent event) {
        if (event instanceof RunEvent.RunStarted started) {
            run = Optional.of(started.run());
            span = started.span();
        } else if (event instanceof StepFailed failed) {
            failures.add(failed);
        } else if (event instanceof RunEvent.StepWaiting waiting) {
            waits.put(waiting.step(), waiting.reason());
        } else if (event instanceof RunEvent.WalkedBack back) {
            walkedBack.add(back.change());
        } else if (event instanceof RunEvent.Stands stands) {
            standing.add(stands);
        } else if (event instanceof RunEvent.ChangeIntended intended) {
            if (!applied.contains(intended.change())) { // of a replacement the first half is known by now
                inDoubt.add(intended.change());
            }
        } else if (event instanceof RunEvent.ChangeApplied done) {
            applied.add(done.change());
            inDoubt.remove(done.change());
        } else if (event instanceof RunEvent.ChangeFound found) {
            inDoubt.remove(found.change());
        } else if (event instanceof RunEvent.Confirmed yes) {
            confirmed.add(yes.address());
        } else if (event instanceof RunEvent.LockRefused refused) {
            lockRefused = Optional.of(refused.failure());
        } else if (event instanceof RunEvent.LockLost lost) {
            lockLost = Optional.of(lost);
        } else if (event instanceof Paused pause) {
            paused = Optional.of(pause);
        }
    }

    /** The run's id; empty as long as it has not begun. */
    public synchronized Optional<String> run() {
        return run;
    }

    public synchronized List<StepFailed> failures() {
        return List.copyOf(failures);
    }

    /** Why a lock was not taken, so that nothing was begun. */
    public synchronized Optional<Failure> lockRefused() {
        return lockRefused;
    }

    /** The run that holds a lock which this one needs. */
    public synchronized Optional<String> heldBy() {
        return lockRefused.flatMap(
                failure -> Optional.ofNullable(failure.details().get("run")));
    }

    /** The lock that was lost on the way. */
    synchronized Optional<RunEvent.LockLost> lockLost() {
        return lockLost;
    }

    /** The question at which the run paused. */
    public synchronized Optional<Paused> paused() {
        return paused;
    }

    /** Whether a change was sent and nothing tells that it happened. */
    synchronized boolean inDoubt(String change) {
        return inDoubt.contains(change);
    }

    /** Changes that were walked back after a failure. */
    synchronized List<String> walkedBack() {
        return List.copyOf(walkedBack);
    }

    /** Changes that were to be walked back and stand. */
    synchronized List<RunEvent.Stands> standing() {
        return List.copyOf(standing);
    }

    /** The phase after which the run was to end. */
    synchronized Optional<String> until() {
        return span.until();
    }

    /** Whether this question was answered with yes. */
    public synchronized boolean confirmed(String address) {
        return confirmed.contains(address);
    }

    /** What was wrong with a step that failed. */
    synchronized Optional<String> failure(StepAddress step) {
        return failures.stream()
                .filter(failed -> failed.step().equals(step))
                .map(failed -> failed.failure().summary())
                .findFirst();
    }

    /** Why a step was waited for when it was last said. */
    synchronized Optional<String> wait(StepAddress step) {
        return Optional.ofNullable(waits.get(step));
    }
}
