// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.FileChange.KeyChange;
import io.shakebook.engine.change.Holes;
import io.shakebook.engine.change.Inverse;
import io.shakebook.engine.change.Side;
import io.shakebook.engine.change.Take;
import io.shakebook.engine.plan.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines that say what a change does to its object. */
final class ChangeRows {
    private final Values values;
    private final Seen seen;
    private final List<Row> rows = new ArrayList<>();

    private ChangeRows(Values values, Seen seen) {
        this.values = values;
        this.seen = seen;
    }

    static List<Row> of(Change change, Values values, Seen seen) {
        ChangeRows lines = new ChangeRows(values, seen);
        lines.add(change);
        return List.copyOf(lines.rows);
    }

    /** {@code spec.replicas from kubectl-edit, last changed 2026-11-22T14:02:11Z (take)}. */
    private String taken(Change change, Take take) {
        @Nullable String time = seen.taken().get(Seen.key(change, take));
        return take.field() + " from " + take.from() + (time == null ? "" : ", last changed " + time) + " ("
                + take.why() + ")";
    }

    /** A reason that only names outputs is said by the lines above: each stands there, with its step. */
    private static String later(Change change) {
        String why = change.check().why();
        boolean said = Holes.in(shown(change.diff())).stream().anyMatch(hole -> why.contains(hole.step()));
        return said ? "when all of it is known" : Escaped.of(why);
    }

    private static List<Object> shown(Diff diff) {
        Stream<Side> sides = Stream.concat(
                diff.fields().stream().map(FieldChange::after),
                diff.files().stream().flatMap(file -> file.keys().stream()).map(KeyChange::after));
        return sides.filter(Side.Value.class::isInstance)
                .map(side -> ((Side.Value) side).value())
                .toList();
    }

    private void add(Change change) {
        change.effects().forEach(effect -> rows.add(new Row(Tone.DANGER, "! effect", Escaped.of(effect))));
        boolean signs = change.action() != Action.CREATE && change.action() != Action.DELETE;
        rows.addAll(DiffRows.of(change.diff(), values, signs, none -> List.of()));
        change.takes().forEach(take -> rows.add(Row.plain("takes", Escaped.of(taken(change, take)))));
        if (!change.check().byServer()) {
            rows.add(new Row(Tone.FAINT, "checked later", later(change)));
        }
        boolean none = change.inverse() instanceof Inverse.Impossible;
        rows.add(new Row(none ? Tone.DANGER : Tone.FAINT, none ? "! way back" : "way back", WayBack.of(change)));
    }
}
