// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Text under construction, wrapped at the width of the screen. A word that is longer than a line is left whole, so that
 * it can be copied.
 */
final class Page {
    private static final int FARTHEST_NOTE = 120; // farther right the eye loses the line
    private final Screen screen;
    private final StringBuilder text = new StringBuilder();

    Page(Screen screen) {
        this.screen = screen;
    }

    Page blank() {
        text.append('\n');
        return this;
    }

    Page line(String line) {
        return line(Tone.PLAIN, line);
    }

    /** A line as it is. */
    Page line(Tone tone, String line) {
        String trimmed = line.stripTrailing();
        text.append(screen.colour() ? tone.paint(trimmed) : trimmed).append('\n');
        return this;
    }

    /** A paragraph that starts with a label and goes on under its own beginning; a label that is too long is wrapped too. */
    Page paragraph(Tone tone, String label, String words) {
        int start = label.length() > screen.width() / 3 ? indent(label) + 4 : label.length();
        boolean tooLong = label.length() > screen.width();
        String lead = tooLong ? " ".repeat(indent(label)) : label;
        String all = tooLong ? label.strip() + "  " + words : words;
        List<String> lines = wrap(all, screen.width() - lead.length(), screen.width() - start);
        line(tone, lead + lines.remove(0));
        lines.forEach(line -> line(tone, " ".repeat(start) + line));
        return this;
    }

    Page dangers(List<Row> dangers) {
        dangers.forEach(danger -> paragraph(danger.tone(), "! " + danger.label() + "  ", danger.words()));
        return this;
    }

    /** A command that can still be pasted if it takes several lines. @param words that stay together */
    Page command(String label, List<String> words) {
        StringBuilder line = new StringBuilder(label + words.get(0));
        for (String word : words.subList(1, words.size())) {
            boolean fits = line.length() + 1 + word.length() + 2 <= screen.width();
            if (!fits) {
                line(line + " \\");
                line.setLength(0);
                line.append(" ".repeat(label.length() + 1));
            }
            line.append(' ').append(word);
        }
        return line(line.toString());
    }

    /**
     * A label, a text from a column on, and a note at the right edge. The text is wrapped so that the note fits beside
     * its first line; only a word that leaves no room for it sends the note to a line of its own.
     *
     * @param column where the text starts if the label leaves room for it
     */
    Page entry(Tone tone, String label, int column, String words, String right) {
        int start = screen.narrow() ? indent(label) + 6 : column;
        boolean beside = label.length() < start - 1 || fitsBeside(label, words, right);
        int from = beside ? Math.max(start, label.length() + 2) : start;
        int edge = right.isEmpty() ? screen.width() : Math.min(screen.width(), FARTHEST_NOTE);
        int note = right.isEmpty() ? 0 : right.length() + 2;
        List<String> lines = wrap(words, edge - from - note, edge - start);
        String first = beside ? pad(label, from) + lines.remove(0) : label;
        int room = edge - right.length();
        boolean noteFits = first.length() + 2 <= room;
        line(tone, right.isEmpty() || !noteFits ? first : pad(first, room) + right);
        lines.stream().filter(line -> !line.isEmpty()).forEach(line -> line(tone, " ".repeat(start) + line));
        if (!right.isEmpty() && !noteFits) {
            line(tone, " ".repeat(Math.max(start, room)) + right);
        }
        return this;
    }

    private boolean fitsBeside(String label, String words, String right) {
        return label.length() + words.length() + right.length() + 4 <= screen.width();
    }

    private static int indent(String label) {
        return label.length() - label.stripLeading().length();
    }

    static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    /** By words: the first line up to one width, the others up to another; a longer word stays whole. */
    static List<String> wrap(String words, int first, int others) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            int width = lines.isEmpty() ? first : others;
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
