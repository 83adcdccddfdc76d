// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.diagnostic;

import static java.util.Objects.requireNonNull;

/**
 * A place in a file.
 *
 * @param file path as the user would type it
 * @param line counted from 1
 * @param column counted from 1, in code points
 * @param length how many code points the caret underlines, at least 1
 * @param lineText the line itself, without its end; empty if there is none to show
 */
public record Position(String file, int line, int column, int length, String lineText) {
    public Position {
        requireNonNull(file, "file");
        requireNonNull(lineText, "lineText");
        if (line < 1 || column < 1 || length < 1) {
            throw new IllegalArgumentException("positions count from 1: " + line + ":" + column + "+" + length);
        }
    }

    /** {@code file:line:column}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
