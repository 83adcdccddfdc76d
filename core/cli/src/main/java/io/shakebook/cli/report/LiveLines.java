// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import java.util.List;
import java.util.function.Consumer;

/** Lines at the end of a terminal that are drawn over, again and again. Each must fit on one line of the screen. */
final class LiveLines {
    private final Consumer<String> terminal;
    private int drawn;

    LiveLines(Consumer<String> terminal) {
        this.terminal = terminal;
    }

    /** A line that stays, above those that change. */
    void keep(String line) {
        terminal.accept(clear() + line + "\n");
        drawn = 0;
    }

    /** Puts these lines in the place of the ones before. */
    void draw(List<String> lines) {
        StringBuilder text = new StringBuilder(clear());
        lines.forEach(line -> text.append(line).append('\n'));
        if (text.length() > 0) {
            terminal.accept(text.toString());
        }
        drawn = lines.size();
    }

    /** Moves the cursor up to the first of the lines and erases from there on. */
    private String clear() {
        return drawn == 0 ? "" : "\u001b[" + drawn + "A\u001b[J";
    }
}
