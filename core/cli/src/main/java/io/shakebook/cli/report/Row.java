// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of a change.
 *
 * @param tone of the whole line
 * @param parent what neighbouring lines may have in common and need not repeat; empty if there is nothing
 * @param label field or key below its parent, or what the line is about
 * @param words its value, or both sides of it
 * @param joins whether it stands on one line with its neighbours of the same parent: {@code role=leader, shard=0}
 */
record Row(Tone tone, String parent, String label, String words, boolean joins) {
    Row(Tone tone, String parent, String label, String words) {
        this(tone, parent, label, words, false);
    }

    Row(Tone tone, String label, String words) {
        this(tone, "", label, words);
    }

    static Row plain(String label, String words) {
        return new Row(Tone.PLAIN, "", label, words);
    }

    /** A name and its short value, to be read in one line with others. */
    static Row joining(String parent, String name, String value) {
        return new Row(Tone.PLAIN, parent, name, value, true);
    }

    boolean joins(Row next) {
        return joins && next.joins && parent.equals(next.parent);
    }

    /** The line of rows that join. */
    static Row joined(List<Row> rows) {
        String words = rows.stream().map(row -> row.label + "=" + row.words).collect(Collectors.joining(", "));
        return plain(rows.get(0).parent, words);
    }

    /** The same line with another value. */
    Row with(String other) {
        return new Row(tone, parent, label.stripLeading(), other, joins);
    }

    /** The whole name on a line of its own. */
    Row alone() {
        boolean signed = label.length() > 2 && label.charAt(1) == ' ';
        String whole = signed ? label.substring(0, 2) + parent + label.substring(2) : parent + label;
        return new Row(tone, "", whole, words);
    }

    /** The name below its parent, which stands on the line above. */
    Row below() {
        return new Row(tone, "", "  " + label, words);
    }
}
