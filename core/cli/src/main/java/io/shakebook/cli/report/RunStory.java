// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.event.Journal;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunEvent.Failure;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.spi.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a journal tells of each step of its run, over all its resumptions. */
final class RunStory {
    private final Map<StepAddress, Told> steps = new LinkedHashMap<>();

    /** How a step stands. */
    enum State {
        READY,
        FAILED,
        CUT_OFF
    }

    /**
     * What is told of a step.
     *
     * @param began when it was first looked at
     * @param ended when it was first ready, or failed last; empty if it was cut off
     * @param changes what became of each change, by id
     */
    record Told(
            State state,
            Instant began,
            Optional<Instant> ended,
            String reason,
            List<Measure> measures,
            Map<String, Object> outputs,
            Map<String, String> changes,
            Optional<Failure> failure) {

        Optional<Duration> took() {
            return ended.map(end -> Duration.between(began, end)).filter(took -> !took.isNegative());
        }
    }

    static RunStory of(Journal journal) {
        RunStory story = new RunStory();
        journal.entries().forEach(entry -> story.hear(entry.at(), entry.event()));
        return story;
    }

    Optional<Told> of(StepAddress step) {
        return Optional.ofNullable(steps.get(step));
    }

    private void hear(Instant at, RunEvent event) {
        if (event instanceof RunEvent.StepStarted started) {
            steps.computeIfAbsent(started.step(), step -> begun(at));
        } else if (event instanceof RunEvent.ChangeIntended intended) {
            change(intended.step(), intended.change(), "cut off while it was written");
        } else if (event instanceof RunEvent.ChangeApplied applied) {
            change(applied.step(), applied.change(), "written");
        } else if (event instanceof RunEvent.ChangeFound found) {
            change(found.step(), found.change(), found.why());
        } else if (event instanceof RunEvent.OutputKnown known) {
            told(known.step()).outputs().put(known.output(), known.value());
        } else if (event instanceof RunEvent.StepReady ready) {
            ready(ready, at);
        } else if (event instanceof RunEvent.StepFailed failed) {
            Told told = told(failed.step());
            steps.put(
                    failed.step(),
                    new Told(
                            State.FAILED,
                            told.began(),
                            Optional.of(at),
                            failed.failure().summary(),
                            told.measures(),
                            told.outputs(),
                            told.changes(),
                            Optional.of(failed.failure())));
        }
    }

    /** A step that is only looked at again was ready before. */
    private void ready(RunEvent.StepReady ready, Instant at) {
        Told told = told(ready.step());
        boolean again = told.state() == State.READY;
        steps.put(
                ready.step(),
                new Told(
                        State.READY,
                        told.began(),
                        again ? told.ended() : Optional.of(at),
                        again ? told.reason() : ready.reason(),
                        again ? told.measures() : ready.measures(),
                        told.outputs(),
                        told.changes(),
                        Optional.empty()));
    }

    private void change(StepAddress step, String change, String words) {
        told(step).changes().put(change, words);
    }

    private Told told(StepAddress step) {
        return steps.computeIfAbsent(step, missing -> begun(Instant.EPOCH));
    }

    private static Told begun(Instant at) {
        return new Told(
                State.CUT_OFF,
                at,
                Optional.empty(),
                "",
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                Optional.empty());
    }
}
