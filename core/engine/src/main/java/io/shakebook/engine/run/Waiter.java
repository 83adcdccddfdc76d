// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.World;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits until a step's question is answered with ready, and stays so; by watching what the question reads. */
final class Waiter {
    /** Even when nothing seems to change, ask again after this long: a watch can be blind to what a verdict rests on. */
    private static final Duration LONGEST_NAP = Duration.ofSeconds(5);

    /** The last look has this long, however little is left: a server that is well answers by then. */
    static final Duration LAST_LOOK = Duration.ofSeconds(2);

    private final Clusters clusters;
    private final RunDesk desk;

    /** What came of a question. @param answered whether the clusters said anything */
    private record Asked(Verdict verdict, boolean answered) {}

    /** A question to the world, asked again and again. */
    interface Question {
        Verdict ask(World world) throws Unanswered;
    }

    Waiter(Clusters clusters, RunDesk desk) {
        this.clusters = clusters;
        this.desk = desk;
    }

    /** A glance at what the run's steps read together may show that it is ready; else the same as to await it. */
    Verdict glanceOrAwait(PlannedStep step, Question question) throws StepFailure, InterruptedException {
        Elapsed elapsed = new Elapsed(desk.clock());
        Optional<Verdict> ready = glance(step, question);
        return ready.isPresent() ? ready.get() : await(step, question, Duration.ZERO, elapsed);
    }

    /** Empty says nothing. */
    private Optional<Verdict> glance(PlannedStep step, Question question) {
        return desk.look()
                .clusters()
                .map(shared -> ask(question, new RunWorld(shared::view, step.cluster(), step.namespace())))
                .map(Asked::verdict)
                .filter(Verdict.Ready.class::isInstance);
    }

    /**
     * Returns when the answer was ready for as long as {@code hold}.
     *
     * @throws StepFailure if it cannot heal, or is not ready within the step's deadline
     * @throws InterruptedException if the run is to stop now
     */
    Verdict await(PlannedStep step, Question question, Duration hold) throws StepFailure, InterruptedException {
        return await(step, question, hold, new Elapsed(desk.clock()));
    }

    private Verdict await(PlannedStep step, Question question, Duration hold, Elapsed elapsed)
            throws StepFailure, InterruptedException {
        Duration deadline = step.within().plus(hold);
        Optional<Duration> readySince = Optional.empty();
        String shown = "";
        String known = "";
        while (true) {
            Duration end = longer(deadline, elapsed.now().plus(LAST_LOOK));
            RunWorld world = world(step, () -> end.minus(elapsed.now()));
            Asked asked = ask(question, world);
            Verdict verdict = asked.verdict();
            Duration now = elapsed.now();
            if (verdict instanceof Verdict.Failed) {
                throw notReady(step, verdict, "not ready, and cannot heal by itself");
            }
            readySince = verdict instanceof Verdict.Ready ? Optional.of(readySince.orElse(now)) : Optional.empty();
            if (readySince.isPresent() && now.compareTo(readySince.get().plus(hold)) >= 0) {
                return verdict;
            }
            if (now.compareTo(deadline) >= 0) {
                throw notReady(step, verdict, "not ready within " + Durations.shown(step.within()))
                        .with("before", asked.answered() ? "" : known);
            }
            known = asked.answered() ? verdict.reason() : known;
            RunEvent seen = readySince.isPresent()
                    ? new RunEvent.StepStaying(step.address(), verdict.reason(), hold)
                    : waiting(step, verdict, now);
            String said = seen.getClass().getSimpleName() + " " + verdict.reason();
            if (!said.equals(shown)) {
                shown = said;
                desk.recorder().show(seen);
            }
            Duration next = readySince.map(since -> since.plus(hold)).orElse(deadline);
            nap(world, shortest(next.minus(now), deadline.minus(now)));
        }
    }

    /** The world for one look: whatever it reads has together only what is left. */
    private RunWorld world(PlannedStep step, Supplier<Duration> left) {
        return new RunWorld(
                cluster -> clusters.view(cluster, notNegative(left.get())), step.cluster(), step.namespace());
    }

    private static RunEvent waiting(PlannedStep step, Verdict verdict, Duration since) {
        return new RunEvent.StepWaiting(step.address(), verdict.reason(), verdict.measures(), since, step.within());
    }

    private void nap(RunWorld world, Duration longest) throws InterruptedException {
        Duration nap = shortest(longest, LONGEST_NAP);
        desk.rest(() -> clusters.awaitChange(world.interests(), nap));
    }

    private static Asked ask(Question question, World world) {
        try {
            return new Asked(question.ask(world), true);
        } catch (Unanswered e) {
            return new Asked(Verdict.waiting("no answer from " + e.cluster() + ": " + e.getMessage()), false);
        }
    }

    private static StepFailure notReady(PlannedStep step, Verdict verdict, String why) {
        boolean gate = !step.changesAnything() && step.outputs().isEmpty();
        return gate
                ? new StepFailure("gate", step.address().local() + ": " + verdict.reason()).with("cause", why)
                : new StepFailure("not-ready", step.address().local() + " is " + why).with("cause", verdict.reason());
    }

    private static Duration shortest(Duration one, Duration other) {
        Duration shorter = one.compareTo(other) < 0 ? one : other;
        return notNegative(shorter);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
