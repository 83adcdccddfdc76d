// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Check;
import io.shakebook.engine.change.Completion;
import io.shakebook.engine.change.Conflict;
import io.shakebook.engine.change.Families;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.change.Stale;
import io.shakebook.engine.change.Staleness.Move;
import io.shakebook.engine.change.StillPending;
import io.shakebook.engine.change.WayBack;
import io.shakebook.engine.event.ChangeTrace;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.PlannedOutput;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.OutputRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans the way back of one step after the other; keeps what earlier ones make of an object. */
final class UndoStep {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LOOKS = 5;

    private final UndoPlanner.Ports ports;
    private final UndoPlanner.Request request;
    private final UndoNotes notes;
    private final WayBack wayBack;
    private final Completion filled;
    private final Map<Place, Optional<Manifest>> expected = new HashMap<>();

    private record Place(String cluster, ObjectRef object) {}

    UndoStep(UndoPlanner.Ports ports, UndoPlanner.Request request, UndoNotes notes) {
        this.ports = ports;
        this.request = request;
        this.notes = notes;
        this.wayBack = new WayBack(ports.secrets(), ports.formats());
        Map<String, Object> outputs = outputs(request);
        this.filled =
                new Completion(ports.formats(), (OutputRef ref) -> Optional.ofNullable(outputs.get(ref.toString())));
    }

    private static Map<String, Object> outputs(UndoPlanner.Request request) {
        Map<String, Object> values = new HashMap<>();
        request.plan()
                .steps()
                .forEach(step -> step.outputs().forEach((name, output) -> {
                    if (output instanceof PlannedOutput.Known known) {
                        values.put(step.address() + "." + name, known.value());
                    }
                }));
        request.history().outputs().forEach(known -> values.put(known.step() + "." + known.output(), known.value()));
        return values;
    }

    /**
     * The steps that take a step back: one, or one for each field manager that it takes.
     *
     * @param back those of the steps that came after it
     * @param versions of the objects that were read, by change; added to
     */
    List<PlannedStep> back(PlannedStep step, List<PlannedStep> back, Map<String, String> versions) throws Unanswered {
        Map<String, List<Change>> byManager = new LinkedHashMap<>();
        for (Change done : Reversed.of(step.changes())) {
            Optional<ChangeTrace> trace = UndoPlanner.trace(request.history(), done);
            Optional<WayBack.Back> found =
                    trace.isEmpty() ? Optional.empty() : change(step, done, trace.get(), versions);
            found.ifPresent(one -> byManager
                    .computeIfAbsent(one.manager(), none -> new ArrayList<>())
                    .add(one.change()));
        }
        List<PlannedStep> steps = new ArrayList<>();
        byManager.forEach((manager, changes) -> {
            List<StepAddress> needs = new ArrayList<>(UndoPlanner.needs(step, request.plan(), back));
            steps.forEach(before -> needs.add(before.address()));
            steps.add(step(step, steps.size(), manager, needs, changes));
        });
        return steps;
    }

    private static PlannedStep step(
            PlannedStep done, int number, String manager, List<StepAddress> needs, List<Change> changes) {
        StepAddress own = done.address();
        StepAddress address =
                number == 0 ? own : new StepAddress(own.phase(), own.step() + "-" + (number + 1), own.key());
        return new PlannedStep(
                address,
                Families.module(manager),
                Optional.empty(),
                done.cluster(),
                done.namespace(),
                done.at(),
                needs,
                done.within(),
                Duration.ZERO,
                List.of(),
                Map.of(),
                changes,
                Map.of());
    }

    private Optional<WayBack.Back> change(
            PlannedStep step, Change done, ChangeTrace trace, Map<String, String> versions) throws Unanswered {
        Place place = new Place(done.target().cluster(), done.target().object());
        for (int look = 1; ; look++) {
            boolean follows = expected.containsKey(place);
            Optional<Manifest> live = follows
                    ? expected.getOrDefault(place, Optional.empty())
                    : ports.clusters().view(place.cluster()).get(place.object());
            try {
                Optional<WayBack.Back> found = found(step, done, trace, live);
                if (found.isPresent()) {
                    found = follows ? found.map(UndoStep::following) : asked(step, found.get(), live, place);
                }
                found.ifPresent(back ->
                        live.ifPresent(object -> versions.put(back.change().id(), object.resourceVersion())));
                return found;
            } catch (Moved e) {
                if (look == LOOKS) {
                    throw new Unanswered(place.cluster(), place.object().shown() + " changes all the time; undo again");
                }
            }
        }
    }

    private Optional<WayBack.Back> found(PlannedStep step, Change done, ChangeTrace trace, Optional<Manifest> live)
            throws Unanswered {
        String object = done.target().object().shown();
        WayBack.Found found;
        try {
            String manager = Families.manager(step.module());
            found = wayBack.of(done, manager, trace.uid(), live, filled, move -> taken(step, move));
        } catch (StillPending e) {
            notes.add(step, object + " stays: the journal does not say what " + e.outputs() + " was");
            return Optional.empty();
        } catch (Secrets.Missing e) {
            notes.add(step, object + " stays: " + e.getMessage());
            return Optional.empty();
        }
        if (found instanceof WayBack.None none) {
            notes.add(step, object + " stays: " + none.why());
        } else if (found instanceof WayBack.ChangedSince since) {
            notes.add(
                    step,
                    object + " stays: it was changed since: " + UndoWords.of(since.moves())
                            + "; to take it back all the same: --take " + step.address());
        }
        return found instanceof WayBack.Back back ? Optional.of(back) : Optional.empty();
    }

    private boolean taken(PlannedStep step, Move move) {
        boolean another = move.path().toString().equals("metadata.uid");
        return !another
                && request.take().stream()
                        .anyMatch(take -> take.equals(step.address().toString())
                                || move.path().toString().equals(take)
                                || move.path().toString().startsWith(take + ".")
                                || move.path().toString().startsWith(take + "["));
    }

    /** Another change to the same object comes before it. */
    private static WayBack.Back following(WayBack.Back back) {
        return new WayBack.Back(
                back.change().checked(Check.later("follows another change to the same object")), back.manager());
    }

    /** The object moved while the server was asked. */
    private static final class Moved extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** With the server's own dry run; empty if it refuses. @throws Unanswered if it does not say */
    private Optional<WayBack.Back> asked(PlannedStep step, WayBack.Back back, Optional<Manifest> live, Place place)
            throws Moved, Unanswered {
        Change change = back.change();
        if (change.body().isEmpty()) {
            expected.put(place, Optional.empty());
            return Optional.of(new WayBack.Back(change.checked(Check.BY_SERVER), back.manager()));
        }
        if (change.action() == Action.REPLACE) {
            expected.put(place, change.body());
            return Optional.of(back); // as long as the other one is there, the server cannot be asked
        }
        Guard guard = live.<Guard>map(object -> new Guard.Unchanged(object.uid(), object.resourceVersion()))
                .orElseGet(Guard.Missing::new);
        boolean force = !change.takes().isEmpty();
        ReadyChange ready =
                new ReadyChange(place.cluster(), place.object(), change.body(), guard, back.manager(), force);
        try {
            expected.put(place, ports.preview().preview(ready, PATIENCE));
            return Optional.of(new WayBack.Back(change.checked(Check.BY_SERVER), back.manager()));
        } catch (Stale e) {
            throw new Moved();
        } catch (Conflict e) {
            Set<String> owners = new java.util.TreeSet<>();
            e.owners().forEach(owner -> owners.add(owner.manager() + " owns " + owner.field()));
            notes.add(
                    step,
                    place.object().shown() + " stays: " + String.join(", ", owners)
                            + "; to take it back all the same: --take " + step.address());
        } catch (Refused e) {
            notes.add(step, place.object().shown() + " stays: the server refuses what it was: " + e.getMessage());
        } catch (NoAnswer e) {
            throw new Unanswered(place.cluster(), String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }
}
