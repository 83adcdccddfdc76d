// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Check;
import io.shakebook.engine.change.Claims;
import io.shakebook.engine.change.Comparison;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.Differ;
import io.shakebook.engine.change.Effects;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.Inverse;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.change.ServerPreview;
import io.shakebook.engine.change.Side;
import io.shakebook.engine.change.Stale;
import io.shakebook.engine.change.Take;
import io.shakebook.engine.change.Target;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** From one wanted object to the change that makes it so, checked by the server where it can be asked already. */
final class ChangePlanner {
    private final Differ differ;
    private final Previewer previewer;

    ChangePlanner(Differ differ, ServerPreview preview) {
        this.differ = differ;
        this.previewer = new Previewer(preview);
    }

    /**
     * @throws Stale if the object changed while the server was asked; to be asked again with the object as it is now
     * @throws Refusal if the object cannot or must not be changed as wanted
     * @throws Unanswered if the cluster gave no usable answer
     */
    PlannedChange plan(Wish wish) throws Stale, Refusal, Unanswered {
        try {
            return plan(wish, differ.compare(wish.wanted(), wish.live(), wish.manager()));
        } catch (Secrets.Missing e) {
            throw new Refusal("secret-missing", String.valueOf(e.getMessage()), e.remedy());
        }
    }

    private PlannedChange plan(Wish wish, Comparison comparison) throws Stale, Refusal, Unanswered, Secrets.Missing {
        if (wish.live().isPresent()
                && wish.wanted() instanceof Wanted.Present present
                && present.anew().isPresent()) {
            return replacement(wish, comparison, present.anew().get());
        }
        demandLasting(wish);
        if (comparison instanceof Comparison.Same || comparison instanceof Comparison.Gone) {
            return new PlannedChange(wish.wanted(), Optional.empty(), wish.live(), wish.live(), Optional.empty());
        }
        if (comparison instanceof Comparison.NoObject) {
            throw new Refusal(
                    "object-missing",
                    wish.wanted().ref().shown() + " is not there, and only some of its fields are wanted",
                    "create it first, or leave the step out");
        }
        if (comparison instanceof Comparison.Delete delete) {
            return deletion(wish, delete.diff());
        }
        if (comparison instanceof Comparison.Missing missing) {
            return creation(wish, missing);
        }
        return comparison instanceof Comparison.Adopt
                ? update(wish, Diff.EMPTY, true)
                : update(wish, ((Comparison.Differs) comparison).diff(), ((Comparison.Differs) comparison).complete());
    }

    /** What is written to an object that is being deleted goes with it, and no new one would be made by the run. */
    private static void demandLasting(Wish wish) throws Refusal {
        if (wish.wanted() instanceof Wanted.Present
                && wish.live().filter(Manifest::terminating).isPresent()) {
            Manifest live = wish.live().get();
            String finalizers = live.list("metadata", "finalizers").stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            throw new Refusal(
                    "being-deleted",
                    wish.wanted().ref().shown() + " is being deleted since "
                            + live.text("metadata", "deletionTimestamp")
                            + (finalizers.isEmpty() ? "" : ", held by finalizer " + finalizers),
                    "plan again when it is gone");
        }
    }

    /** Whatever differs, the module says that the live object cannot become what it wants. */
    private PlannedChange replacement(Wish wish, Comparison comparison, String why)
            throws Refusal, Unanswered, Secrets.Missing {
        if (!wish.draft().replace()) {
            throw Previewer.mustBeReplaced(wish, why);
        }
        Comparison.Differs differs =
                comparison instanceof Comparison.Differs found ? found : new Comparison.Differs(Diff.EMPTY, true);
        Check check = wish.later(differs.complete()).map(Check::later).orElse(Check.BY_SERVER);
        Change change = change(wish, Action.REPLACE, differs.diff(), check, List.of());
        return new PlannedChange(wish.wanted(), Optional.of(change), wish.live(), change.body(), Optional.empty());
    }

    /** Something in the cluster may protect the object. */
    private PlannedChange deletion(Wish wish, Diff diff) throws Stale, Refusal, Secrets.Missing, Unanswered {
        Manifest live = wish.live().orElseThrow();
        if (wish.notYet().isEmpty()) {
            previewer.preview(wish, new Guard.Unchanged(live.uid(), live.resourceVersion()), false);
        }
        Change change = change(wish, Action.DELETE, diff, Check.BY_SERVER, List.of());
        return new PlannedChange(wish.wanted(), Optional.of(change), wish.live(), Optional.empty(), Optional.empty());
    }

    private PlannedChange creation(Wish wish, Comparison.Missing missing)
            throws Stale, Refusal, Unanswered, Secrets.Missing {
        Optional<String> later = wish.later(missing.complete());
        Optional<Manifest> previewed = later.isEmpty()
                ? previewer.preview(wish, new Guard.Missing(), false).manifest()
                : Optional.empty();
        Check check = later.map(Check::later).orElse(Check.BY_SERVER);
        Change change = change(wish, Action.CREATE, withDecided(missing.diff(), wish), check, List.of());
        return new PlannedChange(wish.wanted(), Optional.of(change), wish.live(), change.body(), previewed);
    }

    /** A new object also gets what only the server can choose; named, never invented. */
    private static Diff withDecided(Diff diff, Wish wish) {
        List<FieldChange> fields = new ArrayList<>(diff.fields());
        wish.bounds().forEach((path, bound) -> {
            if (wish.body().flatMap(body -> body.at(path)).isEmpty()) {
                fields.add(new FieldChange(path, Side.NONE, new Side.Decided(bound)));
            }
        });
        return new Diff(fields, diff.files());
    }

    /** A replaced object loses what the server chose for the old one. */
    private static Diff decidedAnew(Diff diff, Wish wish, Manifest live) {
        List<FieldChange> fields = new ArrayList<>(diff.fields());
        wish.bounds().forEach((path, bound) -> {
            Optional<Object> before = live.at(path);
            if (before.isPresent() && wish.body().flatMap(body -> body.at(path)).isEmpty()) {
                fields.add(new FieldChange(path, new Side.Value(before.get()), new Side.Decided(bound)));
            }
        });
        return new Diff(fields, diff.files());
    }

    private PlannedChange update(Wish wish, Diff local, boolean complete)
            throws Stale, Refusal, Unanswered, Secrets.Missing {
        Manifest live = wish.live().orElseThrow();
        Claims claims = new Claims(wish.live(), wish.body());
        Optional<String> later = wish.later(complete);
        if (later.isPresent()) {
            List<Take> takes = Owners.takes(wish.draft(), wish.wanted().ref(), local, live, claims, wish.manager());
            boolean replace = wish.notYet().isEmpty() && previewer.standsInTheWay(wish, live);
            Action action = replace ? Action.REPLACE : Action.UPDATE;
            Change change = change(wish, action, local, Check.later(later.get()), takes);
            Manifest after = Merge.over(live, change.body().orElseThrow());
            return new PlannedChange(
                    wish.wanted(), Optional.of(change), wish.live(), Optional.of(after), Optional.empty());
        }
        Guard guard = new Guard.Unchanged(live.uid(), live.resourceVersion());
        List<Take> takes = List.of();
        Previewer.Previewed seen = previewer.preview(wish, guard, false);
        if (!seen.conflicts().isEmpty()) {
            takes = Owners.takes(wish.draft(), wish.wanted().ref(), seen.conflicts(), claims);
            seen = previewer.preview(wish, guard, true);
        }
        if (seen.replace()) {
            Change change = change(wish, Action.REPLACE, decidedAnew(local, wish, live), Check.BY_SERVER, takes);
            return new PlannedChange(wish.wanted(), Optional.of(change), wish.live(), change.body(), Optional.empty());
        }
        return updated(wish, seen.manifest().orElseThrow(), takes);
    }

    private PlannedChange updated(Wish wish, Manifest previewed, List<Take> takes) throws Unanswered, Secrets.Missing {
        Manifest live = wish.live().orElseThrow();
        Comparison settled = differ.settled(wish.wanted(), live, previewed, wish.manager(), wish.bounds());
        if (settled instanceof Comparison.Same) {
            return new PlannedChange(wish.wanted(), Optional.empty(), wish.live(), wish.live(), Optional.of(previewed));
        }
        Change change = settled instanceof Comparison.Differs differs
                ? change(wish, Action.UPDATE, differs.diff(), Check.BY_SERVER, takes)
                : change(wish, Action.ADOPT, Diff.EMPTY, Check.BY_SERVER, takes);
        return new PlannedChange(
                wish.wanted(), Optional.of(change), wish.live(), Optional.of(previewed), Optional.of(previewed));
    }

    private Change change(Wish wish, Action action, Diff diff, Check check, List<Take> takes)
            throws Secrets.Missing, Unanswered {
        Wanted wanted = wish.wanted();
        Optional<String> uid = wish.live().map(Manifest::uid).filter(known -> !known.isEmpty());
        return new Change(
                wish.id(),
                action,
                new Target(wish.draft().cluster(), wanted.ref(), uid),
                wish.body(),
                wanted instanceof Wanted.Fields,
                diff,
                check,
                takes,
                Effects.of(wanted, action, diff),
                action == Action.REPLACE && wish.notYet().isPresent()
                        ? new Inverse.Impossible("what is replaced is known only when earlier steps are done")
                        : differ.inverse(action, wanted, wish.live(), diff, wish.manager()));
    }
}
