// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

/** Writes a value into a text of some file format. */
final class Escape {

    private Escape() {}

    /**
     * @param format name of the file format; empty for none
     * @throws IllegalArgumentException if no such format is known: the value would break the file
     */
    static String as(String format, String value, FileFormats formats) {
        if (format.isEmpty()) {
            return value;
        }
        return formats.named(format)
                .orElseThrow(() -> new IllegalArgumentException("no file format is named \"" + format + "\""))
                .escape(value);
    }
}
