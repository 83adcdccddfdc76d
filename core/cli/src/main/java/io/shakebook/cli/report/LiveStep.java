// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of the live display: what does not fit beside its name goes on below it, and nothing is cut off.
 *
 * @param what is done or waited for
 * @param right what stands at the right edge
 */
record LiveStep(Tone tone, String state, String name, String what, String right) {
    private static final int COLUMN = 30;
    private static final int INDENT = 9;

    List<String> lines(Screen screen) {
        int width = screen.width() - 1; // the last column makes some terminals begin a new line
        String left = "  " + Page.pad(state, 5) + Page.pad(Escaped.of(name), screen.narrow() ? 0 : COLUMN - 7) + "  ";
        int room = Math.max(0, width - left.length() - right.length() - 2);
        String words = Escaped.of(what);
        boolean beside = words.length() <= room;
        List<String> lines = new ArrayList<>();
        List<String> below = beside ? List.of() : Page.wrap(words, room, width - INDENT);
        String first = beside ? words : below.get(0).length() <= room ? below.get(0) : "";
        cut(left + Page.pad(first, room) + "  " + right, width, 0, lines);
        below.stream().skip(first.isEmpty() ? 0 : 1).forEach(line -> cut(line, width - INDENT, INDENT, lines));
        return lines.stream()
                .map(line -> screen.colour() ? tone.paint(line) : line)
                .toList();
    }

    /** A word that is wider than the screen goes on in the next line. */
    private static void cut(String line, int width, int indent, List<String> lines) {
        for (int at = 0; at == 0 || at < line.length(); at += width) {
            String part = line.substring(at, Math.min(line.length(), at + width));
            lines.add((" ".repeat(indent) + part).stripTrailing());
        }
    }
}
