// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Check;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.Inverse;
import io.shakebook.engine.change.Target;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.OnFailure;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.engine.plan.Seen;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small plans for tests of the walk: phases one after the other, steps that change one ConfigMap each, or nothing. */
final class PlanSketch {
    private final List<PlannedPhase> phases = new ArrayList<>();
    private final List<PlannedStep> steps = new ArrayList<>();

    PlanSketch phase(String name) {
        return phase(name, OnFailure.STOP, Optional.empty());
    }

    PlanSketch phase(String name, OnFailure onFailure, Optional<String> pointOfNoReturn) {
        List<String> before = phases.isEmpty()
                ? List.of()
                : List.of(phases.get(phases.size() - 1).address());
        phases.add(new PlannedPhase(name, before, onFailure, pointOfNoReturn, List.of()));
        return this;
    }

    /** Needs no other phase. */
    PlanSketch phaseBeside(String name) {
        phases.add(new PlannedPhase(name, List.of(), OnFailure.STOP, Optional.empty(), List.of()));
        return this;
    }

    PlanSketch changing(String address, String... needs) {
        return step(address, "thing", Optional.empty(), List.of(change(address)), needs);
    }

    PlanSketch unchanged(String address, String... needs) {
        return step(address, "thing", Optional.empty(), List.of(), needs);
    }

    PlanSketch confirm(String address, String question) {
        return step(address, "", Optional.of(question), List.of());
    }

    Plan plan() {
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
                made, List.of(), phases, steps, new Seen("", Map.of(), Map.of(), Map.of(), List.of(), Map.of()));
    }

    private PlanSketch step(
            String address, String module, Optional<String> confirm, List<Change> changes, String... needs) {
        steps.add(new PlannedStep(
                StepAddress.parse(address),
                module,
                confirm,
                "site",
                "space",
                "p.yaml:1:1",
                List.of(needs).stream().map(StepAddress::parse).toList(),
                Duration.ofSeconds(2),
                Duration.ZERO,
                List.of(),
                Map.of("name", StepAddress.parse(address).step()),
                changes,
                Map.of()));
        return this;
    }

    static Change change(String id) {
        ObjectRef object =
                new ObjectRef(Kind.CONFIG_MAP, "space", StepAddress.parse(id).step());
        return new Change(
                id,
                Action.CREATE,
                new Target("site", object, Optional.empty()),
                Optional.of(Manifest.of(object, Map.of("data", Map.of("key", "value")))),
                false,
                Diff.EMPTY,
                Check.BY_SERVER,
                List.of(),
                List.of(),
                new Inverse.Delete());
    }
}
