// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

/** What a line is, for those who see colours. The sign or word in the line says the same. */
enum Tone {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    DANGER("1;31"),
    CREATE("32"),
    CHANGE("33"),
    DELETE("31"),
    GOOD("32");

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    /** The text in this tone's colour. Widths must have been settled before. */
    String paint(String text) {
        return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
