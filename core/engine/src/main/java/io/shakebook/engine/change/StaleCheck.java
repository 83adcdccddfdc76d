// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells right before a write whether the world is still the one that the plan was made for. Only what the change sets is
 * looked at, and other fields may have changed; of an object that is replaced all of it. Asks nobody but the secrets.
 */
public final class StaleCheck {
    private static final FieldPath UID = FieldPath.of("metadata", "uid");

    private final Secrets secrets;
    private final FileFormats formats;

    public StaleCheck(Secrets secrets, FileFormats formats) {
        this.secrets = secrets;
        this.formats = formats;
    }

    /**
     * @param live the object as it is now
     * @param filled fills the change's holes; all of them must be known
     * @throws StillPending if an output that the change needs is not known
     * @throws Secrets.Missing if a wanted secret is not there
     * @throws Unanswered if the cluster that holds it gave no usable answer
     */
    public Staleness check(Change change, Optional<Manifest> live, Completion filled)
            throws StillPending, Secrets.Missing, Unanswered {
        if (live.isEmpty() || (change.action() == Action.DELETE && live.get().terminating())) {
            return missing(change);
        }
        Manifest now = live.get();
        Optional<String> uid = change.target().uid();
        if (uid.isPresent() && !uid.get().equals(now.uid())) {
            return moved(UID, new Side.Value(uid.get()), new Side.Value(now.uid()), now);
        }
        if (change.action() == Action.ADOPT) {
            return adopted(change, now, filled);
        }
        Recheck recheck = new Recheck(change, now, filled, secrets, formats);
        if (change.action() == Action.REPLACE && change.inverse() instanceof Inverse.Create former) {
            return replaced(change, former, now, recheck.moves());
        }
        if (change.action() == Action.CREATE) {
            return recheck.already()
                    ? new Staleness.AlreadySo()
                    : moved(UID, Side.NONE, new Side.Value(now.uid()), now);
        }
        List<Staleness.Move> moves = recheck.moves();
        if (moves.isEmpty()) {
            return new Staleness.AsPlanned();
        }
        return recheck.already() ? new Staleness.AlreadySo() : new Staleness.Moved(moves);
    }

    /** One that goes already takes nothing along that could still be kept. */
    private static Staleness replaced(Change change, Inverse.Create former, Manifest live, List<Staleness.Move> told) {
        List<Staleness.Move> beside =
                live.terminating() ? List.of() : new Whole(former.body(), live).moves(Inverses.paths(change.diff()));
        List<Staleness.Move> moves =
                Stream.concat(told.stream(), beside.stream()).toList();
        return moves.isEmpty() ? new Staleness.AsPlanned() : new Staleness.Moved(moves);
    }

    /**
     * Tells whether an object still is as a change left it.
     *
     * @param uid that the object had after the change; empty if it was not noted
     * @return already so, or moved: from what the change set to what is there now
     * @throws StillPending as above
     * @throws Secrets.Missing as above
     * @throws Unanswered as above
     */
    public Staleness left(Change change, Optional<Manifest> live, Completion filled, String uid)
            throws StillPending, Secrets.Missing, Unanswered {
        if (change.action() == Action.DELETE) {
            boolean gone = live.filter(object -> !object.terminating()).isEmpty();
            return gone
                    ? new Staleness.AlreadySo()
                    : moved(UID, Side.NONE, new Side.Value(live.get().uid()), live.get());
        }
        if (live.isEmpty()) {
            Side before = uid.isEmpty() ? new Side.Decided("by the server") : new Side.Value(uid);
            return new Staleness.Moved(List.of(new Staleness.Move(UID, "", before, Side.NONE, "", "")));
        }
        Manifest now = live.get();
        if (!uid.isEmpty() && !uid.equals(now.uid())) {
            return moved(UID, new Side.Value(uid), new Side.Value(now.uid()), now);
        }
        boolean set = change.action() != Action.ADOPT && new Recheck(change, now, filled, secrets, formats).already();
        return set || adopted(change, now, filled) instanceof Staleness.AsPlanned
                ? new Staleness.AlreadySo()
                : adopted(change, now, filled);
    }

    /** Whether an object is as a change wants it and this field manager owns all of that, so that no write is missing. */
    public boolean owned(Change change, Manifest live, Completion filled, String fieldManager)
            throws StillPending, Secrets.Missing, Unanswered {
        Manifest body = filled.complete(change.body().orElseThrow());
        Comparison found =
                new Differ(secrets, formats).compare(new Wanted.Present(body), Optional.of(live), fieldManager);
        return found instanceof Comparison.Same;
    }

    private static Staleness missing(Change change) {
        return switch (change.action()) {
            case CREATE -> new Staleness.AsPlanned();
            case DELETE -> new Staleness.AlreadySo();
            default ->
                new Staleness.Moved(List.of(new Staleness.Move(
                        UID,
                        "",
                        change.target().uid().<Side>map(Side.Value::new).orElse(Side.NONE),
                        Side.NONE,
                        "",
                        "")));
        };
    }

    /** The change of an adopted object sets every field of its body to the value that it has. */
    private Staleness adopted(Change change, Manifest live, Completion filled)
            throws StillPending, Secrets.Missing, Unanswered {
        Manifest body = filled.complete(change.body().orElseThrow());
        Comparison comparison = new Differ(secrets, formats).compare(new Wanted.Present(body), Optional.of(live), "");
        if (!(comparison instanceof Comparison.Differs differs)) {
            return new Staleness.AsPlanned();
        }
        List<Staleness.Move> fields = differs.diff().fields().stream()
                .filter(field -> !storedAsNothing(field))
                .map(field -> move(field.path(), "", field.after(), field.before(), live))
                .toList();
        List<Staleness.Move> keys = differs.diff().files().stream()
                .flatMap(file ->
                        file.keys().stream().map(key -> move(file.file(), key.key(), key.after(), key.before(), live)))
                .toList();
        List<Staleness.Move> moves =
                Stream.concat(fields.stream(), keys.stream()).toList();
        return moves.isEmpty() ? new Staleness.AsPlanned() : new Staleness.Moved(moves);
    }

    private static boolean storedAsNothing(FieldChange field) {
        return field.before() instanceof Side.None
                && field.after() instanceof Side.Value value
                && Differ.NOTHING.contains(value.value());
    }

    private static Staleness moved(FieldPath path, Side planned, Side now, Manifest live) {
        return new Staleness.Moved(List.of(move(path, "", planned, now, live)));
    }

    /** Finds ways back with the same secrets. */
    public WayBack wayBack() {
        return new WayBack(secrets, formats);
    }

    static Staleness.Move move(FieldPath path, String key, Side planned, Side now, Manifest live) {
        Optional<Author> by =
                path.equals(UID) ? Author.first(live) : Author.of(live, path).or(() -> Author.lastOther(live));
        return new Staleness.Move(
                path,
                key,
                planned,
                now,
                by.map(Author::manager).orElse(""),
                by.map(Author::time).orElse(""));
    }
}
