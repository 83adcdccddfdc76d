// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.engine.event.RunHistory;
import io.shakebook.engine.lock.RunLock;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.World;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A wait is over when its time is, also when the cluster takes the question and says nothing. */
@Timeout(60)
class SilentClusterWaitTest {
    private static final Duration WITHIN = Duration.ofSeconds(15);
    private static final ObjectRef OBJECT = new ObjectRef(Kind.CONFIG_MAP, "space", "a");

    private final Plan plan = new PlanSketch().phase("one").changing("one/a").plan();
    private final PlannedStep step = within(plan.steps().get(0));

    @Test
    void aServerThatIsSilentFromTheBeginningGetsTheWholeTimeAndNoMore() {
        SilentCluster cluster = new SilentCluster(Duration.ZERO, Optional.empty());

        StepFailure failure = failure(cluster, SilentClusterWaitTest::reading);

        assertThat(cluster.passed()).isEqualTo(WITHIN);
        assertThat(failure.failure().summary()).isEqualTo("a is not ready within 15 s");
        assertThat(failure.failure().details()).isEqualTo(Map.of("cause", "no answer from site: no whole answer"));
    }

    @Test
    void aServerThatFallsSilentGetsWhatIsLeftAndWhatItSaidLastIsTold() {
        SilentCluster cluster = new SilentCluster(Duration.ofSeconds(7), Optional.empty());

        StepFailure failure = failure(cluster, SilentClusterWaitTest::reading);

        assertThat(cluster.passed()).isEqualTo(WITHIN);
        assertThat(failure.failure().details())
                .containsEntry("cause", "no answer from site: no whole answer")
                .containsEntry("before", "1 of 2 pods are up");
    }

    @Test
    void theLastLookHasAMomentHoweverLittleIsLeft() {
        SilentCluster cluster = new SilentCluster(WITHIN, Optional.empty());

        failure(cluster, SilentClusterWaitTest::reading);

        assertThat(cluster.passed()).isEqualTo(WITHIN.plus(Waiter.LAST_LOOK));
    }

    @Test
    void allThatOneLookReadsHasTheTimeTogether() {
        SilentCluster cluster = new SilentCluster(Duration.ZERO, Optional.empty());

        failure(cluster, world -> {
            for (int each = 0; each < 5; each++) {
                try {
                    world.here().get(OBJECT);
                } catch (Unanswered e) {
                    continue; // as who looks for a cause does, which is not worth a failure
                }
            }
            return Verdict.waiting("nothing is known");
        });

        assertThat(cluster.passed()).isEqualTo(WITHIN);
    }

    @Test
    void theGlanceBeforeItCountsToo() {
        SilentCluster cluster = new SilentCluster(Duration.ZERO, Optional.empty());

        catchThrowableOfType(
                StepFailure.class,
                () -> new Waiter(cluster, desk(cluster)).glanceOrAwait(step, SilentClusterWaitTest::reading));

        assertThat(cluster.passed()).isEqualTo(WITHIN);
    }

    @Test
    void whatIsDeletedToBeReplacedIsWaitedForAsLongAndNoLonger() {
        Manifest old = new Manifest(
                Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", "a", "namespace", "space")));
        SilentCluster cluster = new SilentCluster(Duration.ofSeconds(3), Optional.of(old));

        StepFailure failure = catchThrowableOfType(
                StepFailure.class,
                () -> new Going(cluster, desk(cluster))
                        .await(step, step.changes().get(0)));

        assertThat(cluster.passed()).isEqualTo(WITHIN);
        assertThat(failure).hasMessage("no answer from site: no whole answer");
    }

    private static Verdict reading(World world) throws Unanswered {
        world.here().get(OBJECT);
        return Verdict.waiting("1 of 2 pods are up");
    }

    private StepFailure failure(SilentCluster cluster, Waiter.Question question) {
        return catchThrowableOfType(
                StepFailure.class, () -> new Waiter(cluster, desk(cluster)).await(step, question, Duration.ZERO));
    }

    private RunDesk desk(SilentCluster cluster) {
        Recorder recorder = new Recorder(event -> {}, event -> {});
        StopSignal stop = new StopSignal();
        return new RunDesk(
                recorder,
                new Changed(),
                stop,
                cluster,
                new Hands(1),
                new SharedLook(cluster, (most, name, kind, namespace) -> Optional.empty(), cluster),
                new Locks(RunLock.NONE, recorder, stop),
                new Earlier(plan, RunHistory.none()));
    }

    private static PlannedStep within(PlannedStep step) {
        return new PlannedStep(
                step.address(),
                step.module(),
                step.confirm(),
                step.cluster(),
                step.namespace(),
                step.at(),
                step.needs(),
                WITHIN,
                step.hold(),
                step.uses(),
                step.args(),
                step.changes(),
                step.outputs());
    }
}
