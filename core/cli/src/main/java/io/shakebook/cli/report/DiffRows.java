// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.FileChange;
import io.shakebook.engine.change.Side;
import io.shakebook.spi.kube.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The lines of a diff: fields, and files by their keys. */
final class DiffRows {
    private static final Pattern LABELS = Pattern.compile(".*([lL]abels|[sS]elector|[aA]nnotations)");
    private final Values values;
    private final boolean signs;
    private final Function<FieldPath, List<Row>> below;
    private final List<Row> rows = new ArrayList<>();

    private DiffRows(Values values, boolean signs, Function<FieldPath, List<Row>> below) {
        this.values = values;
        this.signs = signs;
        this.below = below;
    }

    /**
     * @param signs whether each line starts with what happens to its field
     * @param below lines that follow those of a field or file
     */
    static List<Row> of(Diff diff, Values values, boolean signs, Function<FieldPath, List<Row>> below) {
        DiffRows lines = new DiffRows(values, signs, below);
        diff.fields().forEach(lines::field);
        for (FileChange file : diff.files()) {
            lines.rows.addAll(FileRows.of(file, values, signs));
            lines.rows.addAll(below.apply(file.file()));
        }
        return List.copyOf(lines.rows);
    }

    private void field(FieldChange field) {
        boolean one = field.before() instanceof Side.None || field.after() instanceof Side.None;
        Side side = field.before() instanceof Side.None ? field.after() : field.before();
        String sign = signs ? sign(field.before(), field.after()) : "";
        if (one && side instanceof Side.Value value) {
            leaves(sign, field.path(), value.value());
        } else {
            add(sign, field.path(), values.change(field.before(), field.after()));
        }
        rows.addAll(below.apply(field.path()));
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
        if (!signs && LABELS.matcher(above).matches()) {
            rows.add(Row.joining(Escaped.of(above), Escaped.of(name(below)), words));
            return;
        }
        rows.add(new Row(Tone.PLAIN, Escaped.of(above), sign + Escaped.of(below), words));
    }

    /** {@code [app.kubernetes.io/name]} and {@code .app} are names without what joins them to a path. */
    private static String name(String segment) {
        return segment.startsWith(".") ? segment.substring(1) : segment.substring(1, segment.length() - 1);
    }

    static String sign(Side before, Side after) {
        if (before instanceof Side.None) {
            return "+ ";
        }
        return after instanceof Side.None ? "- " : "~ ";
    }
}
