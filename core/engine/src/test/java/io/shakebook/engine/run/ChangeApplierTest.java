// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Check;
import io.shakebook.engine.change.Conflict;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.FileFormat;
import io.shakebook.engine.change.FileFormats;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.Inverse;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.change.Side;
import io.shakebook.engine.change.StaleCheck;
import io.shakebook.engine.change.Take;
import io.shakebook.engine.change.Target;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunHistory;
import io.shakebook.engine.lock.RunLock;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeApplierTest {
    private static final ObjectRef OBJECT = new ObjectRef(Kind.CONFIG_MAP, "space", "a");
    private static final FieldPath KEY = FieldPath.parse("data.key");

    private final OneCluster cluster = new OneCluster();
    private final List<RunEvent> events = new ArrayList<>();
    private RunHistory history = RunHistory.none();

    @Test
    void createsWhatIsMissingUnderTheGuardThatItIsMissing() throws Exception {
        apply(creation());

        assertThat(cluster.writes()).singleElement().satisfies(write -> {
            assertThat(write.guard()).isEqualTo(new Guard.Missing());
            assertThat(write.fieldManager()).isEqualTo("shakebook.thing");
        });
        assertThat(events).hasExactlyElementsOfTypes(RunEvent.ChangeIntended.class, RunEvent.ChangeApplied.class);
    }

    @Test
    void updatesUnderTheGuardOfTheVersionThatWasJustCompared() throws Exception {
        cluster.with(object("old"));
        String version = cluster.get(OBJECT).orElseThrow().resourceVersion();

        apply(update(List.of()));

        assertThat(cluster.writes())
                .singleElement()
                .satisfies(write -> assertThat(write.guard()).isEqualTo(new Guard.Unchanged("uid-a", version)));
    }

    @Test
    void writesNothingWhenItIsAlreadySo() throws Exception {
        cluster.with(object("new"));

        apply(update(List.of()));

        assertThat(cluster.writes()).isEmpty();
        assertThat(events).hasExactlyElementsOfTypes(RunEvent.ChangeFound.class);
    }

    @Test
    void stopsBeforeTheWriteWhenTheFieldMovedAndSaysFromWhatToWhat() {
        cluster.with(object("somebody's"));

        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> apply(update(List.of())));

        assertThat(failure.failure().code()).isEqualTo("stale");
        assertThat(failure.failure().details().get("data.key"))
                .contains("planned on \"old\"")
                .contains("is now \"somebody's\"");
        assertThat(cluster.writes()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void aLostAnswerIsSettledByReadingAndNeverWrittenTwice() throws Exception {
        cluster.with(object("old"));
        cluster.loseAnswers(1, false);

        apply(update(List.of()));

        assertThat(cluster.writes()).hasSize(1);
        assertThat(events)
                .hasExactlyElementsOfTypes(
                        RunEvent.ChangeIntended.class, RunEvent.StepWaiting.class, RunEvent.ChangeFound.class);
    }

    @Test
    void aWriteThatDidNotHappenIsDoneAgain() throws Exception {
        cluster.with(object("old"));
        cluster.loseAnswers(1, true);

        apply(update(List.of()));

        assertThat(cluster.writes()).hasSize(1);
        assertThat(cluster.get(OBJECT).orElseThrow().text("data", "key")).isEqualTo("new");
    }

    @Test
    void withoutAnyAnswerItSaysThatItIsNotKnown() {
        cluster.with(object("old"));
        cluster.loseAnswers(9, true);

        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> apply(update(List.of())));

        assertThat(failure.failure().code()).isEqualTo("unknown");
        assertThat(cluster.pauses()) // an election of etcd takes as long, and so does what it carries out late
                .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void aServerThatHasTooMuchToDoIsLeftAloneForAWhile() throws Exception {
        cluster.with(object("old"));
        cluster.turnAway(2);

        apply(update(List.of()));

        assertThat(cluster.get(OBJECT).orElseThrow().text("data", "key")).isEqualTo("new");
        assertThat(cluster.pauses()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(events)
                .filteredOn(RunEvent.StepWaiting.class::isInstance)
                .first()
                .asString()
                .contains("was not begun, and is tried again: answer 429");
    }

    @Test
    void aReplacementWhoseDeleteGotNoAnswerGoesOnWithTheCreate() throws Exception {
        cluster.with(object("old"));
        cluster.loseAnswers(1, false);
        Diff diff = new Diff(List.of(new FieldChange(KEY, new Side.Value("old"), new Side.Value("new"))), List.of());
        apply(change(Action.REPLACE, Optional.of("uid-a"), diff, List.of(), new Inverse.Impossible("a test")));
        assertThat(cluster.writes()).extracting(write -> write.deletes()).containsExactly(true, false);
        assertThat(cluster.writes().get(1).guard()).isEqualTo(new Guard.Missing());
        assertThat(cluster.get(OBJECT).orElseThrow().text("data", "key")).isEqualTo("new");
    }

    @Test
    void aReplacementWhoseCreateGotNoAnswerIsFoundByReading() throws Exception {
        cluster.with(object("old"));
        cluster.loseAnswers(2, false);
        Diff diff = new Diff(List.of(new FieldChange(KEY, new Side.Value("old"), new Side.Value("new"))), List.of());
        apply(change(Action.REPLACE, Optional.of("uid-a"), diff, List.of(), new Inverse.Impossible("a test")));
        assertThat(cluster.writes()).hasSize(2);
        assertThat(events.get(events.size() - 1)).isInstanceOf(RunEvent.ChangeFound.class);
    }

    @Test
    void aReplacementWhoseCreateFailsSaysWhatStandsWhateverBecameOfItsDelete() {
        for (int lost = 0; lost < 2; lost++) {
            cluster.with(object("old"));
            cluster.loseAnswers(lost, false);
            cluster.refuseNew(new Refused(403, "nothing new in this window", Optional.empty()));

            StepFailure failure = catchThrowableOfType(StepFailure.class, () -> apply(replacement()));

            assertThat(failure.failure().code()).isEqualTo("refused");
            assertThat(failure.failure().details())
                    .containsEntry("cause", "nothing new in this window")
                    .containsEntry(
                            "stands",
                            "the old ConfigMap space/a is deleted, the new one is not there yet; resume creates it")
                    .containsKey("do");
        }
    }

    @Test
    void aReplacementThatIsCutOffAfterItsDeleteSaysThatItIsNotKnownWhatStands() {
        cluster.with(object("old"));
        cluster.loseAnswers(1, false);
        cluster.goDark();

        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> apply(replacement()));

        assertThat(failure.failure().code()).isEqualTo("unknown");
        assertThat(failure.failure().details())
                .containsEntry(
                        "stands",
                        "it is not known whether the old ConfigMap space/a is deleted and the new one created;"
                                + " resume reads first");
    }

    @Test
    void aReplacementWhoseDeleteIsRefusedSaysNothingOfTheKind() {
        cluster.with(object("old"));
        cluster.ownedByOthers(List.of(new Conflict.Owner(KEY, "kubectl-edit")));

        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> apply(replacement()));

        assertThat(failure.failure().details()).doesNotContainKey("stands");
    }

    @Test
    void takesAFieldOnlyIfThePlanSaysSo() throws Exception {
        cluster.with(object("old"));
        cluster.ownedByOthers(List.of(new Conflict.Owner(KEY, "kubectl-edit")));

        StepFailure refused = catchThrowableOfType(StepFailure.class, () -> apply(update(List.of())));
        assertThat(refused.failure().code()).isEqualTo("conflict");
        assertThat(refused.failure().details())
                .containsEntry("data.key", "is \"old\", set by \"kubectl-edit\"; this step wants \"new\"")
                .hasEntrySatisfying(
                        "do",
                        remedy -> assertThat(remedy)
                                .startsWith("to take them, write \"take: [data.key]\" in the step at p.yaml:1:1"));
        assertThat(cluster.writes()).isEmpty();

        apply(update(List.of(new Take(KEY, "kubectl-edit", "take"))));
        assertThat(cluster.writes())
                .singleElement()
                .satisfies(write -> assertThat(write.force()).isTrue());
    }

    @Test
    void aReplacementDeletesTheOldOneWithAllThatBelongsToItAndThenCreates() throws Exception {
        cluster.with(object("old"));
        String version = cluster.get(OBJECT).orElseThrow().resourceVersion();

        apply(replacement());

        assertThat(cluster.writes()).hasSize(2);
        ReadyChange first = cluster.writes().get(0);
        assertThat(first).isEqualTo(ReadyChange.wholeDelete("site", OBJECT, first.guard(), "shakebook.thing"));
        assertThat(first.guard()).isEqualTo(new Guard.Unchanged("uid-a", version));
        assertThat(cluster.writes().get(1).guard()).isEqualTo(new Guard.Missing());
        assertThat(cluster.get(OBJECT).orElseThrow().text("data", "key")).isEqualTo("new");
        assertThat(events)
                .hasExactlyElementsOfTypes(
                        RunEvent.ChangeIntended.class,
                        RunEvent.ChangeApplied.class,
                        RunEvent.StepWaiting.class,
                        RunEvent.ChangeIntended.class,
                        RunEvent.ChangeApplied.class);
    }

    @Test
    void anObjectThatMovedIsNotDeletedForAReplacement() {
        cluster.with(object("somebody's"));

        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> apply(replacement()));

        assertThat(failure.failure().code()).isEqualTo("stale");
        assertThat(cluster.writes()).isEmpty();
    }

    private static Change replacement() {
        Diff diff = new Diff(List.of(new FieldChange(KEY, new Side.Value("old"), new Side.Value("new"))), List.of());
        return change(Action.REPLACE, Optional.of("uid-a"), diff, List.of(), new Inverse.Impossible("replaced"));
    }

    private void apply(Change change) throws StepFailure, InterruptedException {
        Plan plan = new PlanSketch().phase("one").changing("one/a").plan();
        PlannedStep step = plan.steps().get(0);
        Secrets secrets = ref -> {
            throw new Secrets.Missing(ref);
        };
        RunPorts ports = new RunPorts(
                cluster,
                cluster,
                cluster,
                cluster,
                new StaleCheck(secrets, NO_FORMATS),
                NO_FORMATS,
                new Catalog(List.of(), List.of(), List.of()),
                RunLock.NONE,
                Clock.systemUTC());
        Recorder recorder = new Recorder(event -> {}, events::add);
        StopSignal stop = new StopSignal();
        RunDesk desk = new RunDesk(
                recorder,
                new Changed(),
                stop,
                Clock.systemUTC(),
                new Hands(1),
                new SharedLook(cluster, cluster, Clock.systemUTC()),
                new Locks(RunLock.NONE, recorder, stop),
                new Earlier(plan, history));
        new ChangeApplier(ports, new KnownOutputs(plan), desk).apply(step, change);
    }

    private static Change creation() {
        return change(Action.CREATE, Optional.empty(), Diff.EMPTY, List.of(), new Inverse.Delete());
    }

    private static Change update(List<Take> takes) {
        Diff diff = new Diff(List.of(new FieldChange(KEY, new Side.Value("old"), new Side.Value("new"))), List.of());
        return change(Action.UPDATE, Optional.of("uid-a"), diff, takes, new Inverse.Impossible("a test"));
    }

    private static Change change(Action action, Optional<String> uid, Diff diff, List<Take> takes, Inverse inverse) {
        return new Change(
                "one/a#1",
                action,
                new Target("site", OBJECT, uid),
                Optional.of(object("new")),
                false,
                diff,
                Check.BY_SERVER,
                takes,
                List.of(),
                inverse);
    }

    private static Manifest object(String value) {
        return Manifest.of(OBJECT, Map.of("data", Map.of("key", value)));
    }

    private static final FileFormats NO_FORMATS = new FileFormats() {
        @Override
        public Optional<FileFormat> ofFile(String fileName) {
            return Optional.empty();
        }

        @Override
        public Optional<FileFormat> named(String name) {
            return Optional.empty();
        }
    };
}
