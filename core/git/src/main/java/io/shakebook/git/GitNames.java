// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

/** Names out of a repository, which may hold anything, as one line. */
final class GitNames {
    private GitNames() {}

    /** Control characters, and such as turn the direction of a line, are written as {@code \x1b}. */
    static String shown(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(character -> {
            if (Character.isISOControl(character)
                    || Character.getType(character) == Character.FORMAT
                    || Character.getType(character) == Character.LINE_SEPARATOR
                    || Character.getType(character) == Character.PARAGRAPH_SEPARATOR) {
                text.append(String.format(character > 0xff ? "\\u%04x" : "\\x%02x", character));
            } else {
                text.appendCodePoint(character);
            }
        });
        return text.toString();
    }
}
