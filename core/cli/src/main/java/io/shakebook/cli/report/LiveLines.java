// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Lines at the end of a terminal that are drawn over, again and again. */
final class LiveLines {
    private final Consumer<String> terminal;
    private final IntSupplier width;
    private List<String> drawn = List.of();

    /** @param width that the terminal has now: a narrower one has broken the lines that were drawn before */
    LiveLines(Consumer<String> terminal, IntSupplier width) {
        this.terminal = terminal;
        this.width = width;
    }

    /** Text that stays, above the lines that change. */
    void keep(String text) {
        terminal.accept(clear() + text + "\n");
        drawn = List.of();
    }

    /** Puts these lines in the place of the ones before. */
    void draw(List<String> lines) {
        StringBuilder text = new StringBuilder(clear());
        lines.forEach(line -> text.append(line).append('\n'));
        if (text.length() > 0) {
            terminal.accept(text.toString());
        }
        drawn = List.copyOf(lines);
    }

    /** Moves the cursor up to the first of the lines and erases from there on. */
    private String clear() {
        int columns = Math.max(1, width.getAsInt());
        int rows = drawn.stream().mapToInt(line -> rows(line, columns)).sum();
        return rows == 0 ? "" : "\u001b[" + rows + "A\u001b[J";
    }

    private static int rows(String line, int columns) {
        int shown = line.replaceAll("\u001b\\[[0-9;]*m", "").length();
        return Math.max(1, (shown + columns - 1) / columns);
    }
}
