// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import io.shakebook.spi.diagnostic.Position;
import java.util.Optional;

/**
 * How a scalar is written in its file: where it starts and ends (from 0, in code points), and in which style.
 * Finds the place of a character of its value again.
 */
public record RawText(SourceText source, Style style, int line, int column, int endLine, int endColumn) {

    /** How a scalar is written. */
    public enum Style {
        PLAIN,
        QUOTED,
        BLOCK
    }

    Optional<Position> locate(String text, int offset, int length) {
        int width = text.codePointCount(
                Math.min(offset, text.length()), Math.min(offset + Math.max(0, length), text.length()));
        if (sameCharacters(text)) {
            int before = text.codePointCount(0, Math.min(offset, text.length()));
            return Optional.of(source.at(line, column + quote() + before, width));
        }
        return byExpression(text, offset, width);
    }

    private boolean sameCharacters(String text) {
        return line == endLine
                && style != Style.BLOCK
                && source.slice(line, column + quote(), endColumn - quote()).equals(text);
    }

    private int quote() {
        return style == Style.QUOTED ? 1 : 0;
    }

    /** In folded, escaped and block texts the n-th <code>${</code> of the value is the n-th one of the file. */
    private Optional<Position> byExpression(String text, int offset, int width) {
        int anchor = text.lastIndexOf("${", offset);
        if (anchor < 0) {
            return Optional.empty();
        }
        int skip = 0;
        for (int at = text.indexOf("${"); at < anchor; at = text.indexOf("${", at + 1)) {
            skip++;
        }
        int past = text.codePointCount(anchor, Math.min(offset, text.length()));
        for (int row = line; row <= endLine && row < source.lines().size(); row++) {
            String written = source.lines().get(row);
            int at = row == line ? written.offsetByCodePoints(0, column) : 0;
            for (at = written.indexOf("${", at); at >= 0; at = written.indexOf("${", at + 1)) {
                if (skip-- == 0) {
                    return Optional.of(source.at(row, written.codePointCount(0, at) + past, width));
                }
            }
        }
        return Optional.empty();
    }
}
