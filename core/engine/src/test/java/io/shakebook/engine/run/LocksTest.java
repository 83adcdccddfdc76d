// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.change.StaleCheck;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunEvent.Outcome;
import io.shakebook.engine.lock.LockLost;
import io.shakebook.engine.lock.NotLockedSamples;
import io.shakebook.engine.lock.RunLock;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.planning.ConfFormat;
import io.shakebook.spi.Desired;
import io.shakebook.spi.Doc;
import io.shakebook.spi.ModuleSpec;
import io.shakebook.spi.NoOutputs;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.World;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a run takes its locks, when it asks for them, and when it gives them back. */
@Timeout(60)
class LocksTest {
    private static final Plan TWO = new PlanSketch()
            .phase("one")
            .changing("one/a")
            .phase("two")
            .changing("two/b")
            .plan();

    private final OneCluster cluster = new OneCluster();
    private final StopSignal stop = new StopSignal();
    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private int heldForWrites = Integer.MAX_VALUE;
    private Runnable lose = () -> {};

    /** Ours for so many writes. */
    private RunLock.Hold take(RunLock.Request request) {
        calls.add("take for " + request.holder().run());
        lose = request.lost();
        return new RunLock.Hold() {
            @Override
            public void demand(String site) throws LockLost {
                if (heldForWrites-- <= 0) {
                    request.lost().run();
                    throw new LockLost("the lock is lost");
                }
                calls.add("ours");
            }

            @Override
            public void release() {
                if (!calls.contains("release")) {
                    calls.add("release");
                    request.says().accept(new RunEvent.Unlocked("site", "space/lock"));
                }
            }
        };
    }

    private Outcome run(Plan plan) {
        return run(plan, this::take);
    }

    private Outcome run(Plan plan, RunLock lock) {
        Secrets secrets = ref -> {
            throw new Secrets.Missing(ref);
        };
        ConfFormat formats = new ConfFormat();
        RunPorts ports = new RunPorts(
                cluster,
                cluster,
                cluster,
                cluster,
                new StaleCheck(secrets, formats),
                formats,
                new Catalog(List.of(new Thing()), List.of(), List.of()),
                lock,
                Clock.systemUTC());
        return new PlanRun(plan, ports, (address, question) -> Optional.empty(), event -> {}, events::add, stop)
                .run(new RunEvent.RunStarted("r-1", "sha256:0", "li", "--yes"))
                .outcome();
    }

    @Test
    void locksAreTakenOnceAskedForBeforeEachWriteAndGivenBackBeforeTheEnd() {
        assertThat(run(TWO)).isEqualTo(Outcome.DONE);
        assertThat(calls).containsExactly("take for r-1", "ours", "ours", "release");
        assertThat(events.get(events.size() - 2)).isInstanceOf(RunEvent.Unlocked.class);
        assertThat(events.get(events.size() - 1)).isInstanceOf(RunEvent.RunEnded.class);
    }

    @Test
    void aPlanWithoutChangesLocksNothing() {
        assertThat(run(new PlanSketch().phase("one").unchanged("one/a").plan())).isEqualTo(Outcome.DONE);
        assertThat(calls).isEmpty();
    }

    @Test
    void whereALockIsHeldNothingIsBegun() {
        assertThat(run(TWO, NotLockedSamples.HELD)).isEqualTo(Outcome.LOCKED);
        assertThat(cluster.requests()).isZero();
        assertThat(events)
                .hasExactlyElementsOfTypes(
                        RunEvent.RunStarted.class, RunEvent.LockRefused.class, RunEvent.RunEnded.class);
    }

    @Test
    void aClusterThatDoesNotAnswerOrRefusesTheLockEndsTheRunAsElsewhere() {
        assertThat(run(TWO, NotLockedSamples.UNREACHABLE)).isEqualTo(Outcome.UNREACHABLE);
        assertThat(run(TWO, NotLockedSamples.REFUSED)).isEqualTo(Outcome.REFUSED);
        assertThat(run(TWO, request -> {
                    throw new InterruptedException("asked to stop");
                }))
                .isEqualTo(Outcome.INTERRUPTED);
        assertThat(cluster.writes()).isEmpty();
    }

    @Test
    void aLockThatIsLostBeforeTheFirstWriteLeavesEverythingAsItIs() {
        heldForWrites = 0;
        assertThat(run(TWO)).isEqualTo(Outcome.LOCKED);
        assertThat(cluster.writes()).isEmpty();
        assertThat(events).noneMatch(RunEvent.ChangeIntended.class::isInstance);
        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                RunEvent.StepFailed.class,
                                failed -> assertThat(failed.failure().code()).isEqualTo("lock-lost")));
    }

    @Test
    void aLockThatIsLostOnTheWayStopsBeforeTheNextWrite() {
        heldForWrites = 1;
        assertThat(run(TWO)).isEqualTo(Outcome.FAILED_PART_WAY);
        assertThat(cluster.writes()).hasSize(1);
    }

    @Test
    void aLossEndsWaitsAndStartsNothingFurther() {
        Plan waiting = new PlanSketch()
                .phase("one")
                .changing("one/never")
                .phase("two")
                .changing("two/b")
                .plan();
        assertThat(run(waiting)).isEqualTo(Outcome.FAILED_PART_WAY);
        assertThat(cluster.writes()).hasSize(1);
        assertThat(calls).endsWith("release");
    }

    @Test
    void locksAreGivenBackHoweverARunEnds() {
        Plan failing = new PlanSketch().phase("one").changing("one/broken").plan();
        assertThat(run(failing)).isEqualTo(Outcome.FAILED_PART_WAY);
        assertThat(calls).endsWith("release");

        calls.clear();
        Plan asking = new PlanSketch()
                .phase("one")
                .confirm("one/sure", "Sure?")
                .phase("two")
                .changing("two/c")
                .plan();
        assertThat(run(asking)).isEqualTo(Outcome.PAUSED);
        assertThat(calls).endsWith("release");

        calls.clear();
        stop.ask();
        assertThat(run(TWO)).isEqualTo(Outcome.INTERRUPTED);
        assertThat(calls).endsWith("release");
    }

    /** Is there, or broken, or waits until the lock is lost; as its name says. */
    private final class Thing implements StepModule<Thing.Args, NoOutputs> {

        /** Arguments. */
        record Args(@Doc("name") String name) {}

        @Override
        public ModuleSpec<Args, NoOutputs> spec() {
            return new ModuleSpec<>("thing", "", "", Args.class, NoOutputs.class, false, List.of(), List.of());
        }

        @Override
        public Desired<NoOutputs> want(Args args, World world) {
            throw new IllegalStateException("a run asks no module what it wants");
        }

        @Override
        public Verdict verify(Args args, World world) {
            if (args.name().equals("never")) {
                lose.run();
                return Verdict.waiting("for good");
            }
            return args.name().equals("broken") ? Verdict.failed("broken") : Verdict.ready("there");
        }
    }
}
