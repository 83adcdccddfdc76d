// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.engine.change.Staleness.Move;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the change that takes back one that was made, from what it was and from the object as it is now. What somebody
 * else did to the object since is found and not taken back. Writes nothing and asks nobody but the secrets.
 */
public final class WayBack {
    private static final FieldPath UID = FieldPath.of("metadata", "uid");

    private final Differ differ;
    private final Opener opener;

    /** What there is to do. */
    public sealed interface Found {}

    /** It is as before already. */
    public record Nothing(String why) implements Found {}

    /** A change that takes it back. @param manager field manager under which it is to be applied */
    public record Back(Change change, String manager) implements Found {}

    /** Somebody changed the object since; from what was left to what is there now. */
    public record ChangedSince(List<Move> moves) implements Found {
        public ChangedSince {
            moves = List.copyOf(moves);
        }
    }

    /** There is no way back. */
    public record None(String why) implements Found {}

    public WayBack(Secrets secrets, FileFormats formats) {
        this.differ = new Differ(secrets, formats);
        this.opener = new Opener(secrets, formats);
    }

    /**
     * @param done the change that was made
     * @param manager field manager that made it
     * @param uid that the object had then; empty if it was not noted
     * @param filled fills the holes of the change with the values that they had
     * @param take which differences to what was left may be overwritten
     * @throws StillPending if a value that was filled in is not known
     * @throws Secrets.Missing if a secret that the object holds is not there
     * @throws Unanswered if the cluster that holds it gave no usable answer
     */
    public Found of(
            Change done, String manager, String uid, Optional<Manifest> live, Completion filled, Predicate<Move> take)
            throws StillPending, Secrets.Missing, Unanswered {
        Inverse inverse = done.inverse();
        if (inverse instanceof Inverse.Impossible impossible) {
            return new None(impossible.why());
        }
        Optional<Manifest> body = done.body().isEmpty()
                ? Optional.empty()
                : Optional.of(filled.complete(done.body().get()));
        if (inverse instanceof Inverse.Create create) {
            return done.action() == Action.REPLACE && live.isPresent()
                    ? replacedAgain(done, manager, uid, create, body.orElseThrow(), live.get(), take)
                    : createdAgain(done, create, live);
        }
        if (live.isEmpty() || live.get().terminating()) {
            return inverse instanceof Inverse.Delete
                    ? new Nothing("it is not there any more")
                    : new ChangedSince(List.of(new Move(UID, "", known(uid), Side.NONE, "", "")));
        }
        Optional<Move> other = another(done, manager, uid, live.get());
        if (other.isPresent()) {
            return new ChangedSince(List.of(other.get()));
        }
        return inverse instanceof Inverse.Delete
                ? deleted(done, manager, body.orElseThrow(), live.get(), take)
                : swapped(done, manager, (Inverse.Swap) inverse, body.orElseThrow(), live.get(), take);
    }

    /** It has the name and is not the one that the change left. */
    private static Optional<Move> another(Change done, String manager, String uid, Manifest live) {
        boolean anew = done.action() == Action.REPLACE;
        String expected = uid.isEmpty() && !anew ? done.target().uid().orElse("") : uid;
        boolean ours = !Ownership.of(live).appliedBy(manager).isEmpty();
        boolean same = expected.isEmpty() ? ours : expected.equals(live.uid());
        return same
                ? Optional.empty()
                : Optional.of(StaleCheck.move(UID, "", known(expected), new Side.Value(live.uid()), live));
    }

    private static Side known(String uid) {
        return uid.isEmpty() ? new Side.Decided("the object that the run made") : new Side.Value(uid);
    }

    private Found createdAgain(Change done, Inverse.Create create, Optional<Manifest> live)
            throws Secrets.Missing, Unanswered {
        Wanted wanted = new Wanted.Present(create.body());
        Comparison found = differ.compare(wanted, live, create.manager());
        if (found instanceof Comparison.Missing missing) {
            return new Back(
                    change(
                            done,
                            Action.CREATE,
                            Optional.empty(),
                            Optional.of(create.body()),
                            missing.diff(),
                            List.of(),
                            create.manager()),
                    create.manager());
        }
        Manifest there = live.orElseThrow();
        return found instanceof Comparison.Differs || there.terminating()
                ? new ChangedSince(List.of(StaleCheck.move(UID, "", Side.NONE, new Side.Value(there.uid()), there)))
                : new Nothing("it is there again");
    }

    /** What took the place of an object is deleted, and that one created again. */
    private Found replacedAgain(
            Change done,
            String manager,
            String uid,
            Inverse.Create create,
            Manifest body,
            Manifest live,
            Predicate<Move> take)
            throws Secrets.Missing, Unanswered {
        if (live.terminating()) {
            return new None("it is being deleted; undo again when it is gone");
        }
        if (done.target().uid().equals(Optional.of(live.uid()))) {
            return new Nothing("the old one is still there");
        }
        Optional<Move> other = another(done, manager, uid, live);
        List<Move> moves = other.map(List::of).orElse(since(manager, body, live));
        if (!moves.stream().allMatch(take)) {
            return new ChangedSince(moves);
        }
        if (!(differ.compare(new Wanted.Present(create.body()), Optional.of(live), create.manager())
                instanceof Comparison.Differs differs)) {
            return new Nothing("it is as before already");
        }
        return new Back(
                change(
                        done,
                        Action.REPLACE,
                        Optional.of(live),
                        Optional.of(create.body()),
                        differs.diff(),
                        List.of(),
                        create.manager()),
                create.manager());
    }

    /** What others did to an object that we made. */
    private List<Move> since(String manager, Manifest body, Manifest live) throws Secrets.Missing, Unanswered {
        List<Move> moves = new ArrayList<>();
        if (differ.compare(new Wanted.Present(body), Optional.of(live), manager)
                instanceof Comparison.Differs differs) {
            moves.addAll(moves(differs.diff(), live));
        }
        moves.addAll(new Additions(live, body).moves());
        return moves;
    }

    private Found deleted(Change done, String manager, Manifest body, Manifest live, Predicate<Move> take)
            throws Secrets.Missing, Unanswered {
        List<Move> moves = since(manager, body, live);
        if (!moves.stream().allMatch(take)) {
            return new ChangedSince(moves);
        }
        Comparison.Delete gone = (Comparison.Delete)
                differ.compare(new Wanted.Absent(live.ref(), List.of()), Optional.of(live), manager);
        return new Back(
                change(done, Action.DELETE, Optional.of(live), Optional.empty(), gone.diff(), List.of(), manager),
                manager);
    }

    /** Planned is what was left, that is, wanted; now is what was observed. */
    private static List<Move> moves(Diff diff, Manifest live) {
        return Stream.concat(
                        diff.fields().stream()
                                .map(field -> StaleCheck.move(field.path(), "", field.after(), field.before(), live)),
                        diff.files().stream()
                                .flatMap(file -> file.keys().isEmpty()
                                        ? Stream.of(StaleCheck.move(
                                                file.file(), "", new Side.Masked(true), new Side.Masked(false), live))
                                        : file.keys().stream()
                                                .map(key -> StaleCheck.move(
                                                        file.file(), key.key(), key.after(), key.before(), live))))
                .toList();
    }

    private Found swapped(
            Change done, String manager, Inverse.Swap swap, Manifest body, Manifest live, Predicate<Move> take)
            throws Secrets.Missing, Unanswered {
        Fields fields = new Fields(
                done.diff(),
                opener.open(body).reveal(),
                opener.open(swap.before()).reveal(),
                live);
        if (!fields.moves().stream().allMatch(take)) {
            return new ChangedSince(fields.moves());
        }
        if (fields.asBefore() && !done.diff().isEmpty()) {
            return new Nothing("it is as before already");
        }
        Former former = new Former(done.diff(), swap, live);
        boolean another = !swap.manager().equals(manager) && former.known();
        String by = another ? swap.manager() : manager;
        Manifest wanted = another ? former.of(by) : former.of(by, body);
        Comparison found = differ.compare(new Wanted.Present(wanted), Optional.of(live), by);
        if (found instanceof Comparison.Same) {
            return new Nothing("it is as before already");
        }
        Diff diff = found instanceof Comparison.Differs differs ? differs.diff() : Diff.EMPTY;
        Action action = found instanceof Comparison.Differs ? Action.UPDATE : Action.ADOPT;
        return new Back(
                change(done, action, Optional.of(live), Optional.of(wanted), diff, takes(diff, live, by), by), by);
    }

    private static List<Take> takes(Diff diff, Manifest live, String by) {
        Ownership ownership = Ownership.of(live);
        return Inverses.paths(diff).stream()
                .flatMap(path -> ownership.owners(path).stream()
                        .filter(entry -> !entry.manager().equals(by))
                        .map(entry -> new Take(
                                path, entry.manager(), Families.ours(entry.manager()) ? "own family" : "take")))
                .distinct()
                .toList();
    }

    private Change change(
            Change done,
            Action action,
            Optional<Manifest> live,
            Optional<Manifest> body,
            Diff diff,
            List<Take> takes,
            String manager)
            throws Secrets.Missing, Unanswered {
        List<String> effects = done.action() == Action.UPDATE && !done.partial()
                ? done.effects()
                : done.effects().stream().map(effect -> "takes back: " + effect).toList();
        return new Change(
                done.id(),
                action,
                new Target(done.target().cluster(), done.target().object(), live.map(Manifest::uid)),
                body,
                false,
                diff,
                Check.later("the server has not been asked"),
                takes,
                effects,
                differ.inverse(action, live, body, false, diff, manager));
    }
}
