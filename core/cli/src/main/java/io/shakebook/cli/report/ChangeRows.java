// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Inverse;
import java.util.ArrayList;
import java.util.List;

/** The lines that say what a change does to its object. */
final class ChangeRows {
    private final Values values;
    private final List<Row> rows = new ArrayList<>();

    private ChangeRows(Values values) {
        this.values = values;
    }

    static List<Row> of(Change change, Values values) {
        ChangeRows lines = new ChangeRows(values);
        lines.add(change);
        return List.copyOf(lines.rows);
    }

    private void add(Change change) {
        change.effects().forEach(effect -> rows.add(new Row(Tone.DANGER, "! effect", Escaped.of(effect))));
        boolean signs = change.action() != Action.CREATE && change.action() != Action.DELETE;
        rows.addAll(DiffRows.of(change.diff(), values, signs, none -> List.of()));
        change.takes()
                .forEach(take -> rows.add(Row.plain(
                        "takes", Escaped.of(take.field() + " from " + take.from() + " (" + take.why() + ")"))));
        if (!change.check().byServer()) {
            rows.add(new Row(
                    Tone.FAINT, "checked later", Escaped.of(change.check().why())));
        }
        if (change.inverse() instanceof Inverse.Impossible none) {
            rows.add(new Row(Tone.DANGER, "! no way back", Escaped.of(none.why())));
        }
    }
}
