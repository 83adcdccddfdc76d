// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.change.FileChange;
import io.shakebook.engine.change.FileChange.KeyChange;
import io.shakebook.engine.change.Holes;
import io.shakebook.engine.change.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a file inside an object. Of a file that comes or goes whole, the keys with a secret or with what is not
 * known yet have a line each, and all others share one, so that these few are seen. A text is shown line by line.
 */
final class FileRows {
    private static final String OTHERS = "  other keys";
    private final FileChange file;
    private final Values values;

    private FileRows(FileChange file, Values values) {
        this.file = file;
        this.values = values;
    }

    /** @param signs whether each line starts with what happens to its key; else the file comes or goes whole */
    static List<Row> of(FileChange file, Values values, boolean signs) {
        FileRows lines = new FileRows(file, values);
        List<Row> rows = new ArrayList<>();
        rows.add(Row.plain(Escaped.of(file.file().toString()), lines.what(signs)));
        if (signs || lines.byLine()) {
            file.keys().forEach(key -> rows.add(lines.row(sign(key, signs), key)));
            return rows;
        }
        file.keys().stream().filter(FileRows::special).forEach(key -> rows.add(lines.row("", key)));
        file.keys().stream()
                .filter(key -> !special(key))
                .forEach(key -> rows.add(Row.joining(OTHERS, Escaped.of(key.key()), lines.words(key))));
        return rows;
    }

    private String what(boolean signs) {
        String format = byLine() ? "" : ", " + file.format();
        if (file.keys().isEmpty()) {
            return "only comments or layout differ" + format;
        }
        int differ = file.keys().size();
        boolean whole = !signs && differ == file.total();
        return "file" + format + ", " + (whole ? "" : differ + " of ")
                + Counted.of(file.total(), byLine() ? "line" : "key");
    }

    private static String sign(KeyChange key, boolean signs) {
        return signs ? DiffRows.sign(key.before(), key.after()) : "";
    }

    /** Without a format a file is text, of which each line is a key. */
    private boolean byLine() {
        return file.format().equals("lines");
    }

    private Row row(String sign, KeyChange key) {
        return Row.plain("  " + sign + Escaped.of(key.key()), words(key));
    }

    private String words(KeyChange key) {
        return values.change(key.before(), key.after());
    }

    private static boolean special(KeyChange key) {
        return special(key.before()) || special(key.after());
    }

    private static boolean special(Side side) {
        if (side instanceof Side.Value value) {
            return !Holes.in(value.value()).isEmpty()
                    || !Holes.secretsIn(value.value()).isEmpty();
        }
        return !(side instanceof Side.None);
    }
}
