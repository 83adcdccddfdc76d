// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Check;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.Inverse;
import io.shakebook.engine.change.Side;
import io.shakebook.engine.change.StaleCheck;
import io.shakebook.engine.change.Target;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.lock.RunLock;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.OnFailure;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.engine.plan.Seen;
import io.shakebook.engine.run.PlanRun;
import io.shakebook.engine.run.RunPorts;
import io.shakebook.engine.run.StopSignal;
import io.shakebook.formats.StandardFileFormats;
import io.shakebook.spi.Desired;
import io.shakebook.spi.ModuleSpec;
import io.shakebook.spi.NoOutputs;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.World;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The run of a plan with one step that makes one write: {@code data.k} of a ConfigMap becomes "new", or it goes. */
record OneWrite(RunEvent.RunEnded ended, List<RunEvent> events) {
    private static final FieldPath FIELD = FieldPath.of("data", "k");

    /** A module whose plan was made elsewhere; what it wrote is there at once. */
    private static final class Thing implements StepModule<Thing.Args, NoOutputs> {
        /** None. */
        record Args() {}

        @Override
        public ModuleSpec<Args, NoOutputs> spec() {
            return new ModuleSpec<>("thing", "", "", Args.class, NoOutputs.class, false, List.of(), List.of());
        }

        @Override
        public Desired<NoOutputs> want(Args args, World world) {
            throw new IllegalStateException("a run does not ask a module what it wants");
        }

        @Override
        public Verdict verify(Args args, World world) {
            return Verdict.ready("there");
        }
    }

    static OneWrite run(KubernetesClusters clusters, Action action) {
        StandardFileFormats formats = new StandardFileFormats();
        RunPorts ports = new RunPorts(
                clusters,
                clusters,
                clusters.writer(formats),
                clusters.preview(formats),
                new StaleCheck(clusters.secrets(), formats),
                formats,
                new Catalog(List.of(new Thing()), List.of(), List.of()),
                RunLock.NONE,
                Clock.systemUTC());
        List<RunEvent> events = new ArrayList<>();
        PlanRun run = new PlanRun(
                plan(action),
                ports,
                (address, question) -> Optional.empty(),
                event -> {},
                events::add,
                new StopSignal());
        return new OneWrite(run.run(new RunEvent.RunStarted("r-1", "sha256:0", "test", "--yes")), events);
    }

    RunEvent.Outcome outcome() {
        return ended.outcome();
    }

    RunEvent.Failure failure() {
        return events.stream()
                .filter(RunEvent.StepFailed.class::isInstance)
                .map(event -> ((RunEvent.StepFailed) event).failure())
                .findFirst()
                .orElseThrow();
    }

    /** The ConfigMap as the server shows it. */
    static String object(String value, String manager) {
        return "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\",\"namespace\":\"ns\",\"uid\":\"u\","
                + "\"resourceVersion\":\"5\",\"managedFields\":[{\"manager\":\"" + manager
                + "\",\"operation\":\"Update\",\"time\":\"2026-11-22T14:02:11Z\",\"fieldsV1\":{\"f:data\":{\"f:k\":{}}}}]},"
                + "\"data\":{\"k\":\"" + value + "\"}}";
    }

    private static Plan plan(Action action) {
        PlannedPhase phase = new PlannedPhase("one", List.of(), OnFailure.STOP, Optional.empty(), List.of());
        PlannedStep step = new PlannedStep(
                StepAddress.parse("one/a"),
                "thing",
                Optional.empty(),
                "a",
                "ns",
                "p.yaml:1:1",
                List.of(),
                Duration.ofSeconds(2),
                Duration.ZERO,
                List.of(),
                Map.of(),
                List.of(change(action)),
                Map.of());
        Made made = new Made(
                "test",
                new Made.Playbook("p", "p.yaml", "files"),
                new Made.Inventory("i", "i", "files"),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of());
        return new Plan(
                made,
                List.of(),
                List.of(phase),
                List.of(step),
                new Seen("", Map.of(), Map.of(), Map.of(), List.of(), Map.of()));
    }

    private static Change change(Action action) {
        Side before = action == Action.CREATE ? Side.NONE : new Side.Value("old");
        Side after = action == Action.DELETE ? Side.NONE : new Side.Value("new");
        Manifest body = Manifest.of(Faults.REF, Map.of("data", Map.of("k", "new")));
        return new Change(
                "one/a#1",
                action,
                new Target("a", Faults.REF, action == Action.CREATE ? Optional.empty() : Optional.of("u")),
                action == Action.DELETE ? Optional.empty() : Optional.of(body),
                false,
                new Diff(List.of(new FieldChange(FIELD, before, after)), List.of()),
                Check.BY_SERVER,
                List.of(),
                List.of(),
                new Inverse.Impossible("a test"));
    }
}
