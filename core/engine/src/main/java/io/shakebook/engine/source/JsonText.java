// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

/**
 * Strings of JSON. Beyond what JSON demands, characters that a terminal or a review page would not show as they are
 * (controls, invisible and direction marks, lone surrogates) are written as escapes: a plan is read before it is approved.
 */
final class JsonText {
    private static final String SHORT = "\"\\\b\f\n\r\t";
    private static final String LETTERS = "\"\\bfnrt";

    private JsonText() {}

    static void append(StringBuilder out, String text) {
        out.append('"');
        text.codePoints().forEach(point -> append(out, point));
        out.append('"');
    }

    private static void append(StringBuilder out, int point) {
        int known = SHORT.indexOf(point);
        if (known >= 0) {
            out.append('\\').append(LETTERS.charAt(known));
        } else if (unseen(point)) {
            for (char unit : Character.toChars(point)) {
                out.append(String.format("\\u%04x", (int) unit));
            }
        } else {
            out.appendCodePoint(point);
        }
    }

    /** The character that a letter after a backslash stands for; -1 if none does. */
    static int escaped(char letter) {
        int known = letter == '/' ? -1 : LETTERS.indexOf(letter);
        return letter == '/' ? '/' : known < 0 ? -1 : SHORT.charAt(known);
    }

    /** Fixed ranges and not the JDK's character types: those change from version to version, and digests with them. */
    private static boolean unseen(int point) {
        return point < 0x20
                || within(point, 0x7f, 0x9f)
                || point == 0xad
                || point == 0x61c
                || within(point, 0x200b, 0x200f)
                || within(point, 0x2028, 0x202e)
                || within(point, 0x2060, 0x206f)
                || within(point, Character.MIN_SURROGATE, Character.MAX_SURROGATE)
                || point == 0xfeff
                || within(point, 0xe0000, 0xe007f);
    }

    private static boolean within(int point, int first, int last) {
        return point >= first && point <= last;
    }
}
