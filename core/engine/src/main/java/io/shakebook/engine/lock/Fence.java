// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.ChangeWriter;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.Conflict;
import io.shakebook.engine.change.Families;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.Stale;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.Plan;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Touches every object that an interrupted run may still want to write. A holder that was paused between its last look at
 * the lock and its write has read an object as it was before; its guard names that version, and the server answers 409.
 * An object that is missing has no version that could be raised: that a paused holder still makes it is not prevented,
 * and said.
 */
final class Fence {
    private static final String ANNOTATION = "shakebook.io/fence";
    private static final String MANAGER = Families.manager("fence");
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int ATTEMPTS = 5;

    private final Clusters clusters;
    private final ChangeWriter writer;
    private final PlansOfRuns plans;

    Fence(Clusters clusters, ChangeWriter writer, PlansOfRuns plans) {
        this.clusters = clusters;
        this.writer = writer;
        this.plans = plans;
    }

    private record Touched(String cluster, ObjectRef ref) {
        @Override
        public String toString() {
            return ref.shown() + " on " + cluster;
        }
    }

    /**
     * @param plan at hand, for a run whose own is not found
     * @throws NotLocked if an object that this plan's locks are for could not be touched
     */
    RunEvent.Fenced raise(Holder interrupted, Plan plan) throws NotLocked {
        Optional<Plan> its = plans.planOf(interrupted.run());
        List<String> touched = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        Map<String, String> open = new LinkedHashMap<>();
        for (Touched object : targets(its.orElse(plan))) {
            Optional<String> elsewhere = elsewhere(object.cluster(), its.orElse(plan), plan);
            if (elsewhere.isPresent()) {
                open.put(object.toString(), elsewhere.get());
                continue;
            }
            try {
                if (touch(object)) {
                    touched.add(object.toString());
                } else if (made(its.orElse(plan)).contains(object)) {
                    missing.add(object.toString());
                }
            } catch (Unanswered | NoAnswer e) {
                Optional<Made.Cluster> site =
                        Optional.ofNullable(plan.made().clusters().get(object.cluster()));
                if (site.filter(needed -> !needed.locks().isEmpty() && !needed.mayBeDown())
                        .isPresent()) {
                    String why = String.valueOf(e.getMessage());
                    throw notFenced(object, why, NotLocked.UNREACHABLE)
                            .with("do", NotLocked.again(why, object.cluster()));
                }
                open.put(object.toString(), String.valueOf(e.getMessage()));
            } catch (Refused e) {
                throw notFenced(object, String.valueOf(e.getMessage()), NotLocked.REFUSED)
                        .with("do", e.remedy("the plan", object.cluster()));
            }
        }
        return new RunEvent.Fenced(interrupted.run(), its.isPresent(), touched, missing, open);
    }

    private static NotLocked notFenced(Touched object, String why, String code) {
        return new NotLocked(
                code,
                "the lock of an interrupted run was not kept: " + object
                        + " could not be touched, so that a late write of that run would still succeed: " + why);
    }

    private static Set<Touched> targets(Plan plan) {
        return targets(plan.changes());
    }

    /** What the plan makes, be it for the first time or anew. */
    private static Set<Touched> made(Plan plan) {
        return targets(
                plan.changes().filter(change -> change.action() == Action.CREATE || change.action() == Action.REPLACE));
    }

    private static Set<Touched> targets(Stream<Change> changes) {
        return changes.map(Change::target)
                .map(target -> new Touched(target.cluster(), target.object()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Why a cluster of the interrupted plan is none that this run may write to. */
    private static Optional<String> elsewhere(String cluster, Plan its, Plan plan) {
        Made.Cluster here = plan.made().clusters().get(cluster);
        Made.Cluster there = its.made().clusters().get(cluster);
        if (here == null) {
            return Optional.of("this plan does not use the cluster \"" + cluster + "\"");
        }
        return there != null && !there.identity().equals(here.identity())
                ? Optional.of("\"" + cluster + "\" is another cluster here")
                : Optional.empty();
    }

    /** @return whether it is there */
    private boolean touch(Touched object) throws Unanswered, Refused, NoAnswer {
        Optional<NoAnswer> last = Optional.empty();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Manifest> live = clusters.again(object.cluster()).get(object.ref());
            if (live.isEmpty()) {
                return false;
            }
            try {
                writer.write(raised(object, live.get()), PATIENCE);
                return true;
            } catch (Stale e) {
                last = Optional.of(NoAnswer.nothingDone("it changes all the time"));
            } catch (NoAnswer e) {
                last = Optional.of(e); // raising it twice does no harm
            } catch (Conflict e) {
                throw new IllegalStateException("please report: a conflict in spite of force: " + e.getMessage(), e);
            }
        }
        throw last.orElseThrow();
    }

    /** Another number than before, for an apply that changes nothing leaves the version as it is. */
    private static ReadyChange raised(Touched object, Manifest live) {
        String before = live.text("metadata", "annotations", ANNOTATION);
        long raised = before.matches("[0-9]{1,15}") ? Long.parseLong(before) + 1 : 1;
        return new ReadyChange(
                object.cluster(),
                object.ref(),
                Optional.of(Partial.of(object.ref(), Map.of(ANNOTATION, String.valueOf(raised)), Map.of())),
                new Guard.Unchanged(live.uid(), live.resourceVersion()),
                MANAGER,
                true);
    }
}
