// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.event.RunEvent.Confirmed;
import io.shakebook.engine.event.RunEvent.Outcome;
import io.shakebook.engine.event.RunEvent.OutputKnown;
import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.event.RunEvent.RunStarted;
import io.shakebook.engine.graph.StepAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run's journal says, so that the run can go on.
 *
 * @param started which plan, and who approved it and how; empty if the run was cut off before it began
 * @param at when the first line was written; empty if there is none
 * @param last number of the last line; 0 if there is none
 * @param ready steps that were ready
 * @param changes by id, in the order in which something was first said of them
 * @param outputs that became known
 * @param confirmed what was answered with yes, by address
 * @param ended how the run ended when it was last worked on; empty if it was cut off
 * @param resumptions how often it went on after that
 */
public record RunHistory(
        Optional<RunStarted> started,
        Optional<Instant> at,
        long last,
        Set<StepAddress> ready,
        Map<String, ChangeTrace> changes,
        List<OutputKnown> outputs,
        Map<String, Confirmed> confirmed,
        Optional<RunEnded> ended,
        int resumptions) {
    public RunHistory {
        requireNonNull(started, "started");
        requireNonNull(at, "at");
        ready = Collections.unmodifiableSet(new LinkedHashSet<>(ready));
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
        outputs = List.copyOf(outputs);
        confirmed = Collections.unmodifiableMap(new LinkedHashMap<>(confirmed));
        requireNonNull(ended, "ended");
    }

    /** Of a run that begins. */
    public static RunHistory none() {
        return of(new Journal(List.of(), false));
    }

    public static RunHistory of(Journal journal) {
        Told told = new Told();
        journal.events().forEach(told::hear);
        Optional<Instant> at = journal.entries().stream().findFirst().map(Journal.Entry::at);
        return new RunHistory(
                told.started,
                at,
                journal.entries().size(),
                told.ready,
                told.changes,
                told.outputs,
                told.confirmed,
                told.ended,
                told.resumptions);
    }

    /** Whether everything was done, so that nothing is left to go on with. */
    public boolean finished() {
        return ended.filter(end -> end.outcome() == Outcome.DONE).isPresent();
    }

    /** Ids of the changes that were sent, or may have been, in order. */
    public List<String> sent() {
        return changes.entrySet().stream()
                .filter(change -> change.getValue().sent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Listens to the events from the first to the last. */
    private static final class Told {
        private Optional<RunStarted> started = Optional.empty();
        private final Set<StepAddress> ready = new LinkedHashSet<>();
        private final Map<String, ChangeTrace> changes = new LinkedHashMap<>();
        private final List<OutputKnown> outputs = new ArrayList<>();
        private final Map<String, Confirmed> confirmed = new LinkedHashMap<>();
        private Optional<RunEnded> ended = Optional.empty();
        private int resumptions;

        void hear(RunEvent event) {
            if (event instanceof RunStarted start) {
                started = Optional.of(start);
            } else if (event instanceof RunEvent.Resumed) {
                resumptions++;
                ended = Optional.empty();
            } else if (event instanceof RunEnded end) {
                ended = Optional.of(end);
            } else if (event instanceof RunEvent.StepReady step) {
                ready.add(step.step());
            } else if (event instanceof OutputKnown output) {
                outputs.add(output);
            } else if (event instanceof Confirmed yes) {
                confirmed.put(yes.address(), yes);
            } else {
                hearChange(event);
            }
        }

        private void hearChange(RunEvent event) {
            if (event instanceof RunEvent.WalkedBack back) {
                changes.remove(back.change());
                ready.remove(back.step());
            } else if (event instanceof RunEvent.ChangeIntended intended) {
                put(intended.change(), trace(intended.change(), intended.step()).intended(intended.guard()));
            } else if (event instanceof RunEvent.ChangeApplied applied) {
                put(applied.change(), trace(applied.change(), applied.step()).applied(applied.uid()));
            } else if (event instanceof RunEvent.ChangeFound found) {
                put(found.change(), trace(found.change(), found.step()).foundSo());
            }
        }

        private ChangeTrace trace(String change, StepAddress step) {
            return changes.getOrDefault(change, ChangeTrace.none(step));
        }

        private void put(String change, ChangeTrace trace) {
            if (!WalkBackIds.is(change)) { // what becomes of the change itself is said when it is over
                changes.put(change, trace);
            }
        }
    }
}
