// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.spi.diagnostic.Position;

/**
 * A line of a file with carets below it. A long line is cut around the carets; escapes and tabs are counted, so that the
 * carets stand where they belong.
 */
record Excerpt(String line, String caret) {
    private static final int CONTEXT_BEFORE = 30;
    private static final String CUT = "...";

    static Excerpt of(Position at, int width) {
        int[] points = at.lineText().codePoints().toArray();
        int start = Math.min(at.column() - 1, points.length);
        int end = Math.min(points.length, start + at.length());
        String number = "  " + at.line() + " | ";
        int room = width - number.length() - 2 * CUT.length();
        int from = shown(points, 0, end).length() <= room ? 0 : Math.max(0, start - CONTEXT_BEFORE);
        String before = (from > 0 ? CUT : "") + shown(points, from, start);
        String marked = shown(points, start, end);
        String after = shown(points, end, points.length);
        String text = before + marked + after;
        if (text.length() > room + CUT.length()) {
            text = text.substring(0, Math.min(text.length(), room)) + CUT;
        }
        int carets = Math.max(1, Math.min(marked.length(), room - before.length()));
        String margin = " ".repeat(number.length() - 2) + "| ";
        return new Excerpt(number + text, margin + " ".repeat(before.length()) + "^".repeat(carets));
    }

    private static String shown(int[] points, int from, int to) {
        return Escaped.of(new String(points, from, Math.max(0, to - from)));
    }
}
