// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.ChangeWriter;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.Completion;
import io.shakebook.engine.change.Conflict;
import io.shakebook.engine.change.Families;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.Holes;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.change.ServerPreview;
import io.shakebook.engine.change.Stale;
import io.shakebook.engine.change.StaleCheck;
import io.shakebook.engine.change.Staleness;
import io.shakebook.engine.change.StillPending;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.OutputRef;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries out one change: fill, read, compare with what was approved, announce, write, and settle what got no answer. */
final class ChangeApplier {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;

    private final Clusters clusters;
    private final ChangeWriter writer;
    private final ServerPreview preview;
    private final StaleCheck staleCheck;
    private final Completion completion;
    private final KnownOutputs outputs;
    private final RunDesk desk;

    ChangeApplier(RunPorts ports, KnownOutputs outputs, RunDesk desk) {
        this.clusters = ports.clusters();
        this.writer = ports.writer();
        this.preview = ports.preview();
        this.staleCheck = ports.staleCheck();
        this.completion = new Completion(ports.formats(), outputs::value);
        this.outputs = outputs;
        this.desk = desk;
    }

    /**
     * The object as it is after the change; empty after a delete.
     *
     * @throws StepFailure if it was not carried out, or if that is not known
     */
    Optional<Manifest> apply(PlannedStep step, Change change) throws StepFailure, InterruptedException {
        Optional<Manifest> body = body(change);
        for (int attempt = 1; ; attempt++) {
            Optional<Manifest> live = live(change);
            Staleness found = compared(change, live);
            if (found instanceof Staleness.AlreadySo) {
                desk.recorder().record(new RunEvent.ChangeFound(step.address(), change.id(), "it is already so"));
                return live;
            }
            if (found instanceof Staleness.Moved moved) {
                throw Moves.failure(change, moved);
            }
            try {
                return written(step, change, body, live);
            } catch (NoAnswer e) {
                if (attempt == ATTEMPTS) {
                    throw new StepFailure(
                                    "unknown",
                                    "no answer, so it is not known whether "
                                            + change.target().object().shown() + " was written")
                            .with("cause", String.valueOf(e.getMessage()));
                }
            }
        }
    }

    private Optional<Manifest> written(
            PlannedStep step, Change change, Optional<Manifest> body, Optional<Manifest> live)
            throws StepFailure, NoAnswer, InterruptedException {
        String manager = Families.manager(step.module());
        boolean replaces = change.action() == Action.REPLACE;
        if (replaces) {
            delete(step, change, manager, live.orElseThrow());
        }
        Guard guard = (replaces ? Optional.<Manifest>empty() : live)
                .<Guard>map(object -> new Guard.Unchanged(object.uid(), object.resourceVersion()))
                .orElseGet(Guard.Missing::new);
        boolean force = !change.takes().isEmpty();
        ReadyChange ready =
                new ReadyChange(change.target().cluster(), change.target().object(), body, guard, manager, force);
        try {
            return write(step, change, ready.deletes() ? ready : rehearsed(change, ready));
        } catch (StepFailure e) {
            throw replaces ? e.with("stands", halfReplaced(change)) : e;
        }
    }

    private static String halfReplaced(Change change) {
        return "the old " + change.target().object().shown()
                + " is deleted, the new one is not there yet; the next run creates it";
    }

    /** The first half of a replacement: returns when the old object is gone. */
    private void delete(PlannedStep step, Change change, String manager, Manifest old)
            throws StepFailure, NoAnswer, InterruptedException {
        ObjectRef object = change.target().object();
        Guard guard = new Guard.Unchanged(old.uid(), old.resourceVersion());
        write(step, change, ReadyChange.wholeDelete(change.target().cluster(), object, guard, manager));
        Instant deadline = desk.clock().instant().plus(step.within());
        while (live(change).isPresent()) {
            if (desk.clock().instant().isAfter(deadline)) {
                throw new StepFailure("not-gone", "the old " + object.shown() + " is deleted but does not go")
                        .with("cause", "it, or what belongs to it, is still terminating")
                        .with("stands", halfReplaced(change));
            }
            clusters.awaitChange(
                    Set.of(new Clusters.Interest(change.target().cluster(), object.kind(), object.namespace())),
                    Duration.ofSeconds(1));
        }
    }

    /** What could not be asked while planning is asked now: the server's own dry run, and who owns what we set. */
    private ReadyChange rehearsed(Change change, ReadyChange ready) throws StepFailure, NoAnswer {
        boolean asked = change.check().byServer() && change.takes().isEmpty();
        if (asked) {
            return ready;
        }
        try {
            preview.preview(forced(ready, false), PATIENCE);
            return forced(ready, false);
        } catch (Conflict e) {
            Families.Sorted sorted = Families.sort(
                    e.owners(),
                    change.takes().stream().map(take -> take.field()).toList());
            if (!sorted.foreign().isEmpty()) {
                throw conflict(change, sorted);
            }
            return forced(ready, true);
        } catch (Stale e) {
            throw new NoAnswer("it changed while it was looked at");
        } catch (Refused e) {
            throw refused(change, e);
        }
    }

    private static ReadyChange forced(ReadyChange ready, boolean force) {
        return new ReadyChange(
                ready.cluster(), ready.object(), ready.body(), ready.guard(), ready.fieldManager(), force);
    }

    private Optional<Manifest> write(PlannedStep step, Change change, ReadyChange ready) throws StepFailure, NoAnswer {
        desk.recorder().record(new RunEvent.ChangeIntended(step.address(), change.id(), ready.guard(), filled(change)));
        try {
            Optional<Manifest> live = writer.write(ready, PATIENCE).live();
            desk.changed().add(change.id());
            desk.recorder()
                    .record(new RunEvent.ChangeApplied(
                            step.address(),
                            change.id(),
                            live.map(Manifest::uid).orElse(""),
                            live.map(Manifest::resourceVersion).orElse("")));
            return live;
        } catch (Stale e) {
            throw new NoAnswer("it changed since it was read");
        } catch (Conflict e) {
            throw conflict(change, Families.sort(e.owners(), List.of()));
        } catch (Refused e) {
            throw refused(change, e);
        } catch (NoAnswer e) {
            desk.changed().add(change.id());
            throw e;
        }
    }

    private Map<String, Object> filled(Change change) {
        Map<String, Object> filled = new LinkedHashMap<>();
        change.body().ifPresent(body -> {
            for (OutputRef hole : Holes.in(body)) {
                outputs.value(hole).ifPresent(value -> filled.put(hole.toString(), value));
            }
        });
        return filled;
    }

    private Optional<Manifest> body(Change change) throws StepFailure {
        try {
            return change.body().isEmpty()
                    ? Optional.empty()
                    : Optional.of(completion.complete(change.body().get()));
        } catch (StillPending e) {
            throw missing(e);
        }
    }

    private Optional<Manifest> live(Change change) throws StepFailure {
        try {
            return clusters.view(change.target().cluster()).get(change.target().object());
        } catch (Unanswered e) {
            throw unreachable(e);
        }
    }

    private Staleness compared(Change change, Optional<Manifest> live) throws StepFailure {
        try {
            return staleCheck.check(change, live, completion);
        } catch (StillPending e) {
            throw missing(e);
        } catch (Secrets.Missing e) {
            throw new StepFailure("secret-missing", String.valueOf(e.getMessage()));
        } catch (Unanswered e) {
            throw unreachable(e);
        }
    }

    private static StepFailure missing(StillPending e) {
        return new StepFailure("output-missing", "an earlier step did not give " + e.outputs());
    }

    private static StepFailure unreachable(Unanswered e) {
        return new StepFailure("unreachable", "no answer from " + e.cluster() + ": " + e.getMessage());
    }

    private static StepFailure conflict(Change change, Families.Sorted sorted) {
        return new StepFailure(
                        "conflict",
                        "somebody else owns fields of "
                                + change.target().object().shown())
                .with(
                        "fields",
                        sorted.foreign().stream()
                                .map(owner -> owner.field() + " by \"" + owner.manager() + "\"")
                                .collect(Collectors.joining(", ")))
                .with("do", "plan again; add \"take:\" to the step if the fields are to be taken");
    }

    private static StepFailure refused(Change change, Refused e) {
        return new StepFailure(
                        "refused",
                        "the server refuses " + change.target().object().shown())
                .with("cause", String.valueOf(e.getMessage()));
    }
}
