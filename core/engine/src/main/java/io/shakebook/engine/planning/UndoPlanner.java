// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.FileFormats;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.change.ServerPreview;
import io.shakebook.engine.event.ChangeTrace;
import io.shakebook.engine.event.RunHistory;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.OnFailure;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.engine.plan.Seen;
import io.shakebook.spi.Unanswered;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans the way back of a run, in reverse order and with explicit values, from its plan, what its journal says was done,
 * and the objects as they are now. What stays is noted at its phase, with the reason. Reads, and sends dry runs.
 */
public final class UndoPlanner {
    private final Ports ports;

    /**
     * What planning a way back needs from outside.
     *
     * @param tool name and version
     */
    public record Ports(
            Clusters clusters, ServerPreview preview, Secrets secrets, FileFormats formats, Clock clock, String tool) {}

    /**
     * A run that is to be taken back.
     *
     * @param take addresses of steps, or fields, of which what somebody else changed since is taken back, too
     */
    public record Request(String run, String digest, Plan plan, RunHistory history, List<String> take) {
        public Request {
            take = List.copyOf(take);
        }
    }

    public UndoPlanner(Ports ports) {
        this.ports = ports;
    }

    /** @throws Unanswered if a cluster that is to be read gave no usable answer; the plan would not be whole */
    public Plan plan(Request request) throws Unanswered {
        Plan done = request.plan();
        UndoNotes notes = new UndoNotes();
        Passed passed = new Passed(done, request.history());
        passed.passed().forEach(notes::passed);
        UndoStep steps = new UndoStep(ports, request, notes);
        List<PlannedStep> back = new ArrayList<>();
        Map<String, String> versions = new LinkedHashMap<>();
        List<PlannedStep> last = Reversed.of(done.steps());
        for (PlannedStep step : last) {
            if (step.confirm().isPresent()) {
                Optional.ofNullable(
                                request.history().confirmed().get(step.address().toString()))
                        .ifPresent(yes -> notes.add(
                                step,
                                "stays: " + yes.by() + " confirmed it; take it back by hand: "
                                        + step.confirm().get()));
            } else if (passed.stays(step.phase()) && sent(request.history(), step)) {
                notes.add(step, "stays: it came before the point of no return " + passed.at(step.phase()));
            } else {
                back.addAll(steps.back(step, back, versions));
            }
        }
        return new Plan(
                made(request, back),
                List.of(),
                Reversed.of(done.phases()).stream()
                        .map(phase -> mirrored(phase, done, notes))
                        .toList(),
                back,
                new Seen(
                        ports.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                        versions,
                        Map.of(),
                        Map.of(),
                        List.of(),
                        Map.of()));
    }

    private static boolean sent(RunHistory history, PlannedStep step) {
        return step.changes().stream()
                .map(Change::id)
                .map(history.changes()::get)
                .anyMatch(trace -> trace != null && trace.sent());
    }

    /** Who needed it comes before it now. */
    private static PlannedPhase mirrored(PlannedPhase phase, Plan done, UndoNotes notes) {
        List<String> needs = done.phases().stream()
                .filter(other -> other.needs().contains(phase.address()))
                .map(PlannedPhase::address)
                .toList();
        return new PlannedPhase(phase.address(), needs, OnFailure.STOP, Optional.empty(), notes.of(phase.address()));
    }

    private Made made(Request request, List<PlannedStep> back) {
        Made made = request.plan().made();
        return new Made(
                ports.tool(),
                made.playbook(),
                made.inventory(),
                made.parameters(),
                made.clusters(),
                made.access(),
                made.secrets(),
                made.modules(),
                Optional.of(new Made.Undoes(request.run(), request.digest())));
    }

    /** Steps that came after this one because they needed it, as far as they have a way back. */
    static List<StepAddress> needs(PlannedStep step, Plan done, List<PlannedStep> back) {
        return back.stream()
                .map(PlannedStep::address)
                .filter(after -> done.step(after)
                        .filter(other -> other.needs().contains(step.address()))
                        .isPresent())
                .toList();
    }

    static Optional<ChangeTrace> trace(RunHistory history, Change change) {
        return Optional.ofNullable(history.changes().get(change.id())).filter(ChangeTrace::sent);
    }
}
