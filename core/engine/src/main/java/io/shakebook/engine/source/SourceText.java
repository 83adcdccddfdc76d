// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import io.shakebook.spi.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * A file's text by lines.
 *
 * @param file as the user would name it
 * @param lines without their ends, at least one
 */
public record SourceText(String file, List<String> lines) {
    public SourceText {
        lines = List.copyOf(lines);
    }

    static SourceText of(String file, String text) {
        List<String> lines = new ArrayList<>();
        int begin = 0;
        for (int at = 0; at < text.length(); at++) {
            if (endsLine(text.charAt(at))) {
                lines.add(text.substring(begin, at));
                at += text.startsWith("\r\n", at) ? 1 : 0;
                begin = at + 1;
            }
        }
        lines.add(text.substring(begin));
        return new SourceText(file, lines);
    }

    /** What ends a line in YAML 1.1. By hand, as a pattern for it costs every command some milliseconds. */
    private static boolean endsLine(char letter) {
        return switch (letter) {
            case '\n', '\r', '\u0085', '\u2028', '\u2029' -> true;
            default -> false;
        };
    }

    /** Line and column count from 0 here, in code points; what lies outside of the text is moved to its nearest line. */
    public Position at(int line, int column, int length) {
        int row = Math.max(0, Math.min(line, lines.size() - 1));
        return new Position(file, row + 1, Math.max(0, column) + 1, Math.max(1, length), lines.get(row));
    }

    /** Part of a line; columns in code points, cut to what there is. */
    String slice(int line, int from, int to) {
        if (line >= lines.size()) {
            return "";
        }
        String text = lines.get(line);
        int length = text.codePointCount(0, text.length());
        int end = Math.min(to, length);
        int start = Math.min(from, end);
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }
}
