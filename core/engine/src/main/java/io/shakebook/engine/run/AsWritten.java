// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Completion;
import io.shakebook.engine.change.FileFormats;
import io.shakebook.engine.change.Inverse;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.change.StaleCheck;
import io.shakebook.engine.change.Staleness;
import io.shakebook.engine.change.StillPending;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.World;
import io.shakebook.spi.cause.Cause;
import io.shakebook.spi.cause.Leaving;
import io.shakebook.spi.cause.WorkloadCauses;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.kube.Pod;
import io.shakebook.spi.kube.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the objects of a step are as its changes wrote them: what was deleted is gone, with its pods; what was written
 * is there with these values, and a workload has as many ready pods as it wants.
 */
final class AsWritten {
    private static final Set<Kind> WORKLOADS = Set.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET);

    private final StaleCheck check;
    private final Completion nothing;

    AsWritten(StaleCheck check, FileFormats formats) {
        this.check = check;
        this.nothing = new Completion(formats, ref -> Optional.empty());
    }

    Verdict verdict(PlannedStep step, World world) throws Unanswered {
        for (Change change : step.changes()) {
            Verdict verdict = change.action() == Action.DELETE ? gone(change, world) : there(change, world);
            if (!(verdict instanceof Verdict.Ready)) {
                return verdict;
            }
        }
        return Verdict.ready("as before");
    }

    private static Verdict gone(Change change, World world) throws Unanswered {
        ObjectRef object = change.target().object();
        ClusterView view = world.here();
        if (view.get(object)
                .filter(live -> change.target().uid().equals(Optional.of(live.uid())))
                .isPresent()) {
            return Verdict.waiting(object.shown() + " is being deleted");
        }
        if (WORKLOADS.contains(object.kind()) && change.inverse() instanceof Inverse.Create create) {
            Workload workload = new Workload(create.body());
            List<Pod> pods = view.list(Kind.POD, object.namespace(), Map.of()).stream()
                    .map(Pod::new)
                    .filter(workload::owns)
                    .toList();
            if (!pods.isEmpty()) {
                return Verdict.waiting("pods of " + workload.shown() + " still run: " + Leaving.shown(pods));
            }
        }
        return Verdict.ready("gone");
    }

    private Verdict there(Change change, World world) throws Unanswered {
        ObjectRef object = change.target().object();
        Optional<Manifest> live = world.here().get(object);
        if (live.isEmpty() || !as(change, live)) {
            return Verdict.failed(object.shown() + " is not as it was written: somebody changed it again,"
                    + " or a webhook or policy of the cluster did at once");
        }
        if (!WORKLOADS.contains(object.kind())) {
            return Verdict.ready("as before");
        }
        Workload workload = new Workload(live.get());
        Optional<Cause> cause = WorkloadCauses.of(workload);
        if (cause.isPresent()) {
            return cause.get().verdict();
        }
        long ready = live.get().number("status", "readyReplicas").orElse(0L);
        return ready == workload.replicas()
                ? Verdict.ready(ready + " pods ready")
                : Verdict.waiting(ready + " of " + workload.replicas() + " pods of " + workload.shown() + " are ready");
    }

    private boolean as(Change change, Optional<Manifest> live) throws Unanswered {
        try {
            Staleness found =
                    check.left(change, live, nothing, live.map(Manifest::uid).orElse(""));
            return found instanceof Staleness.AlreadySo;
        } catch (Secrets.Missing | StillPending e) {
            return true; // it was written with these values, and they cannot be looked at any more
        }
    }
}
