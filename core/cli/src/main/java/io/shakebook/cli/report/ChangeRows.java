// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.FileChange;
import io.shakebook.engine.change.Inverse;
import io.shakebook.engine.change.Side;
import io.shakebook.spi.kube.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        change.diff().fields().forEach(field -> field(field, signs));
        change.diff().files().forEach(file -> file(file, signs));
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

    private void field(FieldChange field, boolean signs) {
        boolean one = field.before() instanceof Side.None || field.after() instanceof Side.None;
        Side side = field.before() instanceof Side.None ? field.after() : field.before();
        String sign = signs ? sign(field.before(), field.after()) : "";
        if (one && side instanceof Side.Value value) {
            leaves(sign, field.path(), value.value());
        } else {
            add(sign, field.path(), values.change(field.before(), field.after()));
        }
    }

    /** A whole map or list is shown leaf by leaf, so that two of them can be compared line by line. */
    private void leaves(String sign, FieldPath path, Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, child) -> leaves(sign, path.key(String.valueOf(key)), child));
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            for (int at = 0; at < list.size(); at++) {
                leaves(sign, path.then(new FieldPath.Index(at)), list.get(at));
            }
        } else if (!saidByThePath(path, value)) {
            add(sign, path, values.value(value));
        }
    }

    /** An element of a list is named by its keys, so these need no line of their own. */
    private static boolean saidByThePath(FieldPath path, Object value) {
        int last = path.segments().size() - 1;
        return last > 0
                && path.segments().get(last) instanceof FieldPath.Key key
                && path.segments().get(last - 1) instanceof FieldPath.Element element
                && value.equals(element.keys().get(key.name()));
    }

    private void add(String sign, FieldPath path, String words) {
        FieldPath parent = new FieldPath(
                path.segments().subList(0, Math.max(0, path.segments().size() - 1)));
        String above = parent.toString();
        String below = path.toString().substring(above.length());
        rows.add(new Row(Tone.PLAIN, Escaped.of(above), sign + Escaped.of(below), words));
    }

    private void file(FileChange file, boolean signs) {
        String format = file.format().equals("lines") ? "" : ", " + file.format();
        String what = file.keys().isEmpty()
                ? "only comments or layout differ" + format
                : "file" + format + ", " + file.keys().size() + " of " + Counted.of(file.total(), "key");
        rows.add(Row.plain(Escaped.of(file.file().toString()), what));
        file.keys()
                .forEach(key -> rows.add(Row.plain(
                        "  " + (signs ? sign(key.before(), key.after()) : "") + Escaped.of(key.key()),
                        values.change(key.before(), key.after()))));
    }

    private static String sign(Side before, Side after) {
        if (before instanceof Side.None) {
            return "+ ";
        }
        return after instanceof Side.None ? "- " : "~ ";
    }
}
