// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Check;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.Holes;
import io.shakebook.engine.change.Inverse;
import io.shakebook.engine.change.Opener;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.change.Side;
import io.shakebook.engine.change.Target;
import io.shakebook.engine.drift.ObjectDrift;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * An object as an apply would roughly leave it, without asking the server: what others may refer to keeps the value that
 * the server chose. Holds opened secrets, as a server's dry run does; it serves outputs and is kept nowhere.
 */
final class LocalPreview {
    private final Opener opener;

    LocalPreview(Opener opener) {
        this.opener = opener;
    }

    /** @param drift what was found; empty if the object is as wanted */
    PlannedChange of(StepDraft draft, int index, Wanted wanted, Optional<Manifest> live, Optional<ObjectDrift> drift)
            throws Secrets.Missing, Unanswered {
        Optional<Manifest> body = Wish.body(wanted);
        if (drift.isEmpty() || body.isEmpty()) {
            return new PlannedChange(wanted, Optional.empty(), live, live, live);
        }
        Diff diff = drift.get().diff();
        Change change = new Change(
                draft.address() + "#" + (index + 1),
                live.isEmpty() ? Action.CREATE : Action.UPDATE,
                new Target(draft.cluster(), wanted.ref(), live.map(Manifest::uid)),
                body,
                wanted instanceof Wanted.Fields,
                diff,
                Check.later("nobody is asked"),
                List.of(),
                List.of(),
                new Inverse.Impossible("nothing is changed"));
        return new PlannedChange(wanted, Optional.of(change), live, body, previewed(body.get(), live, diff));
    }

    /** Empty while a part of what is wanted is pending. */
    private Optional<Manifest> previewed(Manifest body, Optional<Manifest> live, Diff diff)
            throws Secrets.Missing, Unanswered {
        if (!Holes.in(body).isEmpty()) {
            return Optional.empty();
        }
        Manifest opened = opener.open(body).reveal();
        List<FieldPath> gone = diff.fields().stream()
                .filter(field -> field.after() instanceof Side.None)
                .map(FieldChange::path)
                .toList();
        return Optional.of(
                live.map(object -> Merge.keepingLists(object, opened, gone)).orElse(opened));
    }
}
