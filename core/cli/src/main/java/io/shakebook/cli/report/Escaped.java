// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

/**
 * Makes text of playbooks, inventories and API answers fit to print: control characters, which could move the cursor or
 * hide what stands in a line, are shown as escapes.
 */
final class Escaped {

    private Escaped() {}

    /** On one line. */
    static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(shown, point));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int point) {
        switch (point) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                if (hidden(point)) {
                    shown.append(point < 0x100 ? String.format("\\x%02x", point) : String.format("\\u%04x", point));
                } else {
                    shown.appendCodePoint(point);
                }
            }
        }
    }

    /** Format characters reorder or hide what stands around them; a lone surrogate cannot be encoded. */
    private static boolean hidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
