// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunHistory;
import io.shakebook.engine.lock.RunLock;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaiterTest {
    private static final Duration JUMP = Duration.ofHours(2);
    private final Plan plan = new PlanSketch().phase("one").changing("one/a").plan();
    private final PlannedStep step = plan.steps().get(0);
    private final List<RunEvent> events = new ArrayList<>();
    private final OneCluster cluster = new OneCluster();
    private final SetBack clock = new SetBack();

    /** Goes on by 50 ms each time that it is read, and is set back once. */
    private static final class SetBack extends Clock {
        private Instant now = Instant.parse("2026-11-22T21:00:00Z");
        private int reads;

        @Override
        public Instant instant() {
            reads++;
            now = reads == 5 ? now.minus(JUMP) : now.plusMillis(50);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Waiter waiter() {
        return waiter(cluster, clock);
    }

    private Waiter waiter(OneCluster cluster, Clock clock) {
        Recorder recorder = new Recorder(event -> {}, events::add);
        StopSignal stop = new StopSignal();
        RunDesk desk = new RunDesk(
                recorder,
                new Changed(),
                stop,
                clock,
                new Hands(1),
                new SharedLook(cluster, cluster, clock),
                new Locks(RunLock.NONE, recorder, stop),
                new Earlier(plan, RunHistory.none()));
        return new Waiter(cluster, desk);
    }

    @Test
    void aClockThatIsSetBackMakesNoWaitLongerThanItMayBe() {
        AtomicInteger asked = new AtomicInteger();

        assertThatThrownBy(() ->
                        waiter().await(step, world -> Verdict.waiting("" + asked.incrementAndGet()), Duration.ZERO))
                .isInstanceOf(StepFailure.class);

        assertThat(asked.get()).isBetween(20, 25);
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(((RunEvent.StepWaiting) event).since()).isBetween(Duration.ZERO, step.within()));
    }

    @Test
    void aClockThatIsSetBackMakesNoHoldLonger() throws Exception {
        AtomicInteger asked = new AtomicInteger();

        waiter().await(
                        step,
                        world -> {
                            asked.incrementAndGet();
                            return Verdict.ready("up");
                        },
                        Duration.ofSeconds(1));

        assertThat(asked.get()).isBetween(10, 14);
    }
}
