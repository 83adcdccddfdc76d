// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

/**
 * One line of a change.
 *
 * @param tone of the whole line
 * @param label field or key, or what the line is about
 * @param words its value, or both sides of it
 */
record Row(Tone tone, String label, String words) {
    static Row plain(String label, String words) {
        return new Row(Tone.PLAIN, label, words);
    }
}
