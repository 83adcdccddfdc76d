// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

/**
 * One line of a change.
 *
 * @param tone of the whole line
 * @param parent what neighbouring lines may have in common and need not repeat; empty if there is nothing
 * @param label field or key below its parent, or what the line is about
 * @param words its value, or both sides of it
 */
record Row(Tone tone, String parent, String label, String words) {
    Row(Tone tone, String label, String words) {
        this(tone, "", label, words);
    }

    static Row plain(String label, String words) {
        return new Row(Tone.PLAIN, "", label, words);
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
