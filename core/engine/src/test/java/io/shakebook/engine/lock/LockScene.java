// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Check;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.Inverse;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Target;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.LeaseName;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.engine.plan.Seen;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two sites with a lock each, and runs that want both. */
final class LockScene {
    static final LeaseName A = LeaseName.ofEntry("space-a", "web-a");
    static final LeaseName B = LeaseName.ofEntry("space-b", "web-b");

    final Shelf shelf = new Shelf();
    final PlayedTime time = new PlayedTime();
    final List<RunEvent> events = new ArrayList<>();
    final Map<String, Plan> kept = new LinkedHashMap<>();
    boolean mayBeDown;
    boolean stopped;
    int lost;

    static ObjectRef config(String name) {
        return new ObjectRef(Kind.CONFIG_MAP, "space-b", name);
    }

    /** A plan that writes these ConfigMaps at site b. */
    Plan plan(String... names) {
        Map<String, Made.Cluster> clusters = new LinkedHashMap<>();
        clusters.put("b", new Made.Cluster("id-b", "", List.of(B), false));
        clusters.put("a", new Made.Cluster("id-a", "", List.of(A), mayBeDown));
        Made made = new Made(
                "test",
                new Made.Playbook("p", "p.yaml", "files"),
                new Made.Inventory("i", "i", "files"),
                Map.of(),
                clusters,
                Map.of(),
                List.of(),
                Map.of());
        PlannedStep step = new PlannedStep(
                StepAddress.parse("one/a"),
                "thing",
                Optional.empty(),
                "b",
                "space-b",
                "p.yaml:1:1",
                List.of(),
                Duration.ofSeconds(2),
                Duration.ZERO,
                List.of(),
                Map.of(),
                List.of(names).stream().map(LockScene::change).toList(),
                Map.of());
        return new Plan(
                made, List.of(), List.of(), List.of(step), new Seen("", Map.of(), Map.of(), Map.of(), List.of(), Map.of()));
    }

    private static Change change(String name) {
        return new Change(
                "c-" + name,
                Action.CREATE,
                new Target("b", config(name), Optional.empty()),
                Optional.of(Manifest.of(config(name), Map.of())),
                false,
                Diff.EMPTY,
                Check.BY_SERVER,
                List.of(),
                List.of(),
                new Inverse.Delete());
    }

    RunLock.Hold take(String run) throws Exception {
        return take(run, Optional.empty());
    }

    RunLock.Hold take(String run, Optional<String> takeOver) throws Exception {
        LeaseLock lock =
                new LeaseLock(shelf, shelf, time, interrupted -> Optional.ofNullable(kept.get(interrupted)), takeOver);
        return lock.take(new RunLock.Request(
                plan("x", "y"), new Holder("li@ops-1", run), events::add, () -> stopped, () -> lost++));
    }

    LeaseState lease(String cluster) {
        LeaseName name = cluster.equals("a") ? A : B;
        return LeaseState.of(shelf.find(cluster, name.ref()).orElseThrow());
    }

    /** The run that holds a site's lock; empty if nobody does. */
    String holder(String cluster) {
        return lease(cluster).holder().map(Holder::run).orElse("");
    }

    /** The write of a holder that looked at an object, and was then paused. */
    ReadyChange lateWrite(String name) {
        Manifest seen = shelf.find("b", config(name)).orElseThrow();
        return new ReadyChange(
                "b",
                config(name),
                Optional.of(Manifest.of(config(name), Map.of("data", Map.of("late", "yes")))),
                new Guard.Unchanged(seen.uid(), seen.resourceVersion()),
                "shakebook.thing",
                false);
    }
}
