// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunEvent.Outcome;
import io.shakebook.engine.event.RunHistory;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.lock.RunLock;
import io.shakebook.engine.plan.OnFailure;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.engine.plan.Span;
import io.shakebook.spi.Verdict;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ExecutorTest {
    private final List<String> carriedOut = Collections.synchronizedList(new ArrayList<>());
    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final StopSignal stop = new StopSignal();
    private final Changed changed = new Changed();
    private final OneCluster cluster = new OneCluster();
    private Hands hands = new Hands(Hands.USUAL);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Set<String> failing = Set.of();
    private Set<String> answered = Set.of();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void aPhaseStartsWhenAllStepsOfTheOneBeforeAreReady() {
        Plan plan = new PlanSketch()
                .phase("one")
                .changing("one/a")
                .changing("one/b")
                .phase("two")
                .changing("two/c")
                .plan();

        assertThat(run(plan)).isEqualTo(Outcome.DONE);
        assertThat(carriedOut).containsExactlyInAnyOrder("one/a", "one/b", "two/c");
        assertThat(carriedOut.get(2)).isEqualTo("two/c");
    }

    @Test
    void independentStepsRunSideBySide() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Plan plan = new PlanSketch()
                .phase("one")
                .changing("one/a")
                .changing("one/b")
                .plan();
        StepWork meeting = step -> {
            both.countDown();
            boolean met = both.await(10, TimeUnit.SECONDS);
            return met ? Verdict.ready("") : Verdict.failed("alone");
        };

        assertThat(executor(plan, meeting).run(threads).outcome()).isEqualTo(Outcome.DONE);
        assertThat(both.getCount()).isZero();
    }

    /** The question is asked by whoever starts the steps, once it has started all that it may. */
    @Test
    @Timeout(60) // nothing goes on if it is not asked
    void noMoreStepsAreWorkedOnAtOnceThanThereAreHands() {
        hands = new Hands(2);
        CountDownLatch walkedOn = new CountDownLatch(1);
        StepWork held = step -> {
            walkedOn.await();
            return work(step);
        };
        List<List<StepAddress>> atWork = new ArrayList<>();
        Executor[] walk = new Executor[1];
        walk[0] = executor(sixStepsBesideAQuestion(), held, (address, question) -> {
            atWork.add(walk[0].running());
            walkedOn.countDown();
            return Optional.of(Approvals.Answer.yes("li", "--confirm", ""));
        });

        assertThat(walk[0].run(threads).outcome()).isEqualTo(Outcome.DONE);
        assertThat(atWork).singleElement().asInstanceOf(LIST).hasSize(2);
        assertThat(carriedOut).hasSize(7);
    }

    @Test
    @Timeout(60) // a hand that is not lent would be waited for for good
    void aStepThatWaitsLendsItsHandToOthers() {
        hands = new Hands(1);
        CountDownLatch others = new CountDownLatch(5);
        Plan plan = sixSteps();
        StepWork waiting = step -> {
            if (step.address().toString().equals("one/a")) {
                boolean[] met = new boolean[1];
                hands.resting(() -> met[0] = others.await(10, TimeUnit.SECONDS));
                return met[0] ? work(step) : Verdict.failed("alone");
            }
            others.countDown();
            return work(step);
        };

        assertThat(executor(plan, waiting).run(threads).outcome()).isEqualTo(Outcome.DONE);
        assertThat(others.getCount()).isZero();
    }

    @Test
    void whatHadNoHandYetIsNotStartedAnyMoreAfterAStop() {
        hands = new Hands(1);
        StepWork stopping = step -> {
            stop.ask();
            return work(step);
        };

        assertThat(executor(sixSteps(), stopping).run(threads).outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(carriedOut).containsExactly("one/a");
        assertThat(summary().notStarted()).hasSize(5);
    }

    private static Plan sixStepsBesideAQuestion() {
        PlanSketch sketch = new PlanSketch();
        List.of("1", "2", "3").forEach(name -> sketch.phase("empty-" + name));
        sketch.phase("asks", OnFailure.STOP, Optional.of("sure?"))
                .changing("asks/g")
                .phaseBeside("one");
        List.of("a", "b", "c", "d", "e", "f").forEach(name -> sketch.changing("one/" + name));
        return sketch.plan();
    }

    private static Plan sixSteps() {
        PlanSketch sketch = new PlanSketch().phase("one");
        List.of("a", "b", "c", "d", "e", "f").forEach(name -> sketch.changing("one/" + name));
        return sketch.plan();
    }

    @Test
    void aFailedStepStopsWhatDependsOnItAndEverythingLater() {
        failing = Set.of("one/a");
        Plan plan = new PlanSketch()
                .phase("one")
                .changing("one/a")
                .changing("one/b", "one/a")
                .phase("two")
                .changing("two/c")
                .plan();

        assertThat(run(plan)).isEqualTo(Outcome.FAILED_NOTHING_CHANGED);
        assertThat(carriedOut).containsExactly("one/a");
        assertThat(summary().notStarted()).extracting(Object::toString).containsExactly("one/b", "two/c");
    }

    @Test
    void aPhaseThatFinishesGoesOnBesideTheFailedStepButNoFurther() {
        failing = Set.of("one/a");
        Plan plan = new PlanSketch()
                .phase("one", OnFailure.FINISH_PHASE, Optional.empty())
                .changing("one/a")
                .changing("one/b")
                .changing("one/c", "one/b")
                .phase("two")
                .changing("two/d")
                .plan();

        assertThat(run(plan)).isEqualTo(Outcome.FAILED_PART_WAY);
        assertThat(carriedOut).containsExactlyInAnyOrder("one/a", "one/b", "one/c");
    }

    @Test
    void aPointOfNoReturnIsAskedRightBeforeItsPhaseAndPausesTheRunWithoutAnAnswer() {
        Plan plan = new PlanSketch()
                .phase("one")
                .changing("one/a")
                .phase("two", OnFailure.STOP, Optional.of("no way back"))
                .changing("two/b")
                .plan();

        assertThat(run(plan)).isEqualTo(Outcome.PAUSED);
        assertThat(carriedOut).containsExactly("one/a");
        assertThat(summary().pausedAt()).contains("two");
    }

    @Test
    void aConfirmedQuestionIsRecordedAndTheRunGoesOn() {
        answered = Set.of("one/sure");
        Plan plan = new PlanSketch()
                .phase("one")
                .confirm("one/sure", "sure?")
                .phase("two")
                .changing("two/b")
                .plan();

        assertThat(run(plan)).isEqualTo(Outcome.DONE);
        assertThat(events)
                .filteredOn(RunEvent.Confirmed.class::isInstance)
                .singleElement()
                .extracting(event -> ((RunEvent.Confirmed) event).address())
                .isEqualTo("one/sure");
    }

    @Test
    void aPlanThatChangesNothingAsksNothing() {
        Plan plan = new PlanSketch()
                .phase("one", OnFailure.STOP, Optional.of("no way back"))
                .confirm("one/sure", "sure?")
                .unchanged("one/a")
                .plan();

        assertThat(run(plan)).isEqualTo(Outcome.DONE);
        assertThat(events).noneMatch(event -> event instanceof RunEvent.Confirmed || event instanceof RunEvent.Paused);
        assertThat(summary().done()).extracting(Object::toString).containsExactly("one/a");
        assertThat(summary().notAsked()).extracting(Object::toString).containsExactly("one/sure");
    }

    @Test
    void anAnswerThatWasGivenBeforeIsRecordedEvenIfNothingChanges() {
        answered = Set.of("one", "one/sure");
        Plan plan = new PlanSketch()
                .phase("one", OnFailure.STOP, Optional.of("no way back"))
                .confirm("one/sure", "sure?")
                .plan();

        assertThat(run(plan)).isEqualTo(Outcome.DONE);
        assertThat(events)
                .filteredOn(RunEvent.Confirmed.class::isInstance)
                .extracting(event -> ((RunEvent.Confirmed) event).address())
                .containsExactly("one", "one/sure");
        assertThat(summary().done()).extracting(Object::toString).containsExactly("one/sure");
        assertThat(summary().notAsked()).isEmpty();
    }

    @Test
    void aPhaseWithAConfirmationCountsAsChangingWhenThePlanChangesSomething() {
        Plan plan = new PlanSketch()
                .phase("one")
                .changing("one/a")
                .phase("two", OnFailure.STOP, Optional.of("no way back"))
                .confirm("two/sure", "sure?")
                .plan();

        assertThat(Questions.of(plan)).extracting(Questions.Question::address).containsExactly("two", "two/sure");
        assertThat(run(plan)).isEqualTo(Outcome.PAUSED);
    }

    @Test
    void askedToStopItFinishesWhatRunsAndStartsNothingNew() {
        Plan plan = new PlanSketch()
                .phase("one")
                .changing("one/a")
                .phase("two")
                .changing("two/b")
                .plan();
        StepWork stopping = step -> {
            stop.ask();
            return work(step);
        };

        assertThat(executor(plan, stopping).run(threads).outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(carriedOut).containsExactly("one/a");
        assertThat(summary().notStarted()).extracting(Object::toString).containsExactly("two/b");
    }

    @Test
    void aSecondRequestToStopCutsWaitsOffAndSaysThatTheirEndIsNotKnown() {
        Plan plan = new PlanSketch().phase("one").changing("one/a").plan();
        StepWork waiting = step -> {
            stop.ask();
            stop.ask();
            stop.interruptibly(() -> Thread.sleep(60_000));
            return work(step);
        };

        assertThat(executor(plan, waiting).run(threads).outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(summary().unknown()).extracting(Object::toString).containsExactly("one/a");
    }

    @Test
    void nothingIsCarriedOutWhenTheJournalCannotBeWritten() {
        Plan plan = new PlanSketch()
                .phase("one")
                .changing("one/a")
                .phase("two")
                .changing("two/b")
                .plan();
        Recorder broken = new Recorder(
                event -> {
                    throw new java.io.IOException("no space left on device");
                },
                events::add);
        Executor executor = new Executor(
                plan, Span.WHOLE.walked(plan), this::work, (address, question) -> Optional.empty(), desk(broken));

        assertThat(executor.run(threads).outcome()).isEqualTo(Outcome.JOURNAL_BROKEN);
        assertThat(carriedOut).isEmpty();
    }

    @Test
    void aYesThatCannotBeWrittenDownStartsNothingAndTheEndIsStillTold() {
        Plan plan = new PlanSketch()
                .phase("one")
                .changing("one/a")
                .phase("two", OnFailure.STOP, Optional.of("Really?"))
                .changing("two/b")
                .plan();
        Recorder full = new Recorder(
                event -> {
                    if (event instanceof RunEvent.Confirmed) {
                        throw new java.io.IOException("no space left on device");
                    }
                },
                events::add);
        Executor executor = new Executor(
                plan,
                Span.WHOLE.walked(plan),
                this::work,
                (address, question) -> Optional.of(Approvals.Answer.yes("li", "prompt", "")),
                desk(full));

        assertThat(executor.run(threads).outcome()).isEqualTo(Outcome.JOURNAL_BROKEN);
        assertThat(carriedOut).containsExactly("one/a");
        assertThat(summary().notStarted()).extracting(Object::toString).containsExactly("two/b");
    }

    @Test
    void aRunThatEndsAfterAPhaseCarriesOutWhatThatNeedsAndNothingElse() {
        Plan plan = new PlanSketch()
                .phase("one")
                .changing("one/a")
                .phase("two")
                .changing("two/b")
                .phase("three")
                .changing("three/c")
                .plan();
        Span span = new Span(Optional.of("two"), Optional.empty());
        Executor executor = new Executor(
                plan, span.walked(plan), this::work, (address, question) -> Optional.empty(), desk(recorder()));

        assertThat(executor.run(threads).outcome()).isEqualTo(Outcome.DONE);
        assertThat(carriedOut).containsExactly("one/a", "two/b");
        assertThat(summary().notStarted()).extracting(Object::toString).containsExactly("three/c");
    }

    @Test
    void whereARunBeginsNothingMayChangeBeforeItAndOnlyGatesAreMeasured() throws Exception {
        Plan plan = new PlanSketch()
                .phase("one")
                .unchanged("one/a")
                .phase("two")
                .changing("two/b")
                .plan();
        Span span = new Span(Optional.empty(), Optional.of("two"));
        assertThat(span.inTheWay(plan)).isEmpty();
        assertThat(new Span(Optional.empty(), Optional.of("three"))
                        .inTheWay(new PlanSketch()
                                .phase("two")
                                .changing("two/b")
                                .phase("three")
                                .plan()))
                .extracting(step -> step.address().toString())
                .containsExactly("two/b");

        Catalog none = new Catalog(List.of(), List.of(), List.of());
        StepWork work = new PassingBy(span.passedBy(plan), none, this::work);
        for (PlannedStep step : plan.steps()) {
            work.carryOut(step);
        }
        assertThat(carriedOut).containsExactly("two/b");
    }

    private Recorder recorder() {
        return new Recorder(event -> {}, events::add);
    }

    private Outcome run(Plan plan) {
        return executor(plan, this::work).run(threads).outcome();
    }

    private Executor executor(Plan plan, StepWork work, Approvals approvals) {
        return new Executor(
                plan, Span.WHOLE.walked(plan), work, approvals, desk(new Recorder(event -> {}, events::add)));
    }

    private Executor executor(Plan plan, StepWork work) {
        Approvals approvals = new Approvals() {
            @Override
            public Optional<Answer> confirm(String address, String question) {
                return given(address);
            }

            @Override
            public Optional<Answer> given(String address) {
                return Optional.of(Answer.yes("li", "--confirm", "")).filter(some -> answered.contains(address));
            }
        };
        return executor(plan, work, approvals);
    }

    private RunDesk desk(Recorder recorder) {
        return new RunDesk(
                recorder,
                changed,
                stop,
                clock(),
                hands,
                new SharedLook(cluster, cluster, clock()),
                new Locks(RunLock.NONE, recorder, stop),
                new Earlier(new PlanSketch().plan(), RunHistory.none()));
    }

    private static Clock clock() {
        return Clock.systemUTC();
    }

    private Verdict work(PlannedStep step) throws StepFailure {
        carriedOut.add(step.address().toString());
        if (failing.contains(step.address().toString())) {
            throw new StepFailure("not-ready", "broken");
        }
        step.changes().forEach(change -> changed.add(change.id()));
        return Verdict.ready("");
    }

    private RunEvent.Summary summary() {
        return events.stream()
                .filter(RunEvent.RunEnded.class::isInstance)
                .map(event -> ((RunEvent.RunEnded) event).summary())
                .findFirst()
                .orElseThrow();
    }
}
