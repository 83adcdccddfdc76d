// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Completion;
import io.shakebook.engine.change.Families;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.change.StillPending;
import io.shakebook.engine.change.WayBack;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.WalkBackIds;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Manifest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks back what a run changed in a phase that failed, the last first, if the plan says so ({@code on-failure: undo}).
 * What cannot be walked back stands, and is said with the reason. Used by the walking thread alone.
 */
final class WalkBack {
    private final Plan plan;
    private final RunPorts ports;
    private final WayBack wayBack;
    private final Completion filled;
    private final BackRunner runner;
    private final RunDesk desk;

    WalkBack(Plan plan, RunPorts ports, ChangeApplier applier, KnownOutputs outputs, RunDesk desk) {
        this.plan = plan;
        this.ports = ports;
        this.wayBack = ports.staleCheck().wayBack();
        this.filled = new Completion(ports.formats(), outputs::value);
        this.runner = new BackRunner(ports, applier, desk);
        this.desk = desk;
    }

    void of(PlannedPhase phase) {
        List<PlannedStep> steps = reversed(plan.stepsOf(phase.address()));
        for (PlannedStep step : steps) {
            for (Change done : reversed(step.changes())) {
                if (desk.changed().ids().contains(done.id())) {
                    back(step, done);
                }
            }
        }
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private void back(PlannedStep step, Change done) {
        if (desk.stop().startNothing()) {
            stands(step, done, "the run was asked to stop");
            return;
        }
        try {
            Optional<Manifest> live = ports.clusters()
                    .view(done.target().cluster())
                    .get(done.target().object());
            String manager = Families.manager(step.module());
            String uid =
                    desk.changed().uid(done.id()).orElseGet(() -> desk.earlier().uid(done));
            WayBack.Found found = wayBack.of(done, manager, uid, live, filled, move -> false);
            if (found instanceof WayBack.Back back) {
                runner.carryOut(step(step, back));
                walkedBack(step, done);
            } else if (found instanceof WayBack.Nothing) {
                walkedBack(step, done);
            } else if (found instanceof WayBack.None none) {
                stands(step, done, none.why());
            } else {
                stands(step, done, "somebody changed it since");
            }
        } catch (StepFailure e) {
            stands(step, done, e.failure().summary());
        } catch (InterruptedException e) {
            stands(step, done, "the run was asked to stop; whether it is walked back is not known");
        } catch (StillPending | Secrets.Missing | Unanswered e) {
            stands(step, done, String.valueOf(e.getMessage()));
        }
    }

    private void walkedBack(PlannedStep step, Change done) {
        desk.changed().walkedBack(done.id());
        desk.recorder().recorded(new RunEvent.WalkedBack(step.address(), done.id()));
    }

    private void stands(PlannedStep step, Change done, String why) {
        desk.recorder().recorded(new RunEvent.Stands(step.address(), done.id(), why));
    }

    private static PlannedStep step(PlannedStep done, WayBack.Back back) {
        return new PlannedStep(
                done.address(),
                Families.module(back.manager()),
                Optional.empty(),
                done.cluster(),
                done.namespace(),
                done.at(),
                List.of(),
                done.within(),
                Duration.ZERO,
                List.of(),
                Map.of(),
                List.of(back.change().named(WalkBackIds.of(back.change().id()))),
                Map.of());
    }
}
