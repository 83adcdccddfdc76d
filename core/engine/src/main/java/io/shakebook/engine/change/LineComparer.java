// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.engine.change.FileChange.KeyChange;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares two texts by lines, between the lines that they start and end with in common. As nothing tells which line
 * holds a password, all observed ones are masked if any may.
 */
final class LineComparer {
    static final String FORMAT = "lines";

    private LineComparer() {}

    static FileChange compare(
            FieldPath file, Optional<String> live, Optional<Text> wanted, boolean hidden, Mask mask, Opener opener)
            throws Secrets.Missing, Unanswered {
        List<String> before = live.map(LineComparer::lines).orElse(List.of());
        List<Text> after = wanted.map(LineComparer::lines).orElse(List.of());
        boolean masked = hidden
                || live.filter(text -> Confidential.text(text) || mask.holdsSecret(text))
                        .isPresent()
                || wanted.filter(Text::holdsSecret).isPresent();
        int start = 0;
        while (same(before, start, after, start, opener)) {
            start++;
        }
        int end = 0;
        while (end < before.size() - start
                && end < after.size() - start
                && same(before, before.size() - 1 - end, after, after.size() - 1 - end, opener)) {
            end++;
        }
        List<KeyChange> changes = new ArrayList<>();
        for (int at = start; at < Math.max(before.size(), after.size()) - end; at++) {
            Side was = at < before.size() - end ? mask.observed(before.get(at), masked) : Side.NONE;
            Side is = at < after.size() - end ? new Side.Value(after.get(at)) : Side.NONE;
            changes.add(new KeyChange(key(at), was, is));
        }
        return new FileChange(file, FORMAT, changes, Math.max(before.size(), after.size()));
    }

    static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }

    static String key(int index) {
        return "line " + (index + 1);
    }

    private static List<Text> lines(Text text) {
        List<Text> lines = new ArrayList<>();
        Text line = Text.EMPTY;
        for (Text.Part part : text.parts()) {
            List<String> pieces = part instanceof Text.Literal literal
                    ? List.of(literal.text().split("\n", -1))
                    : List.of();
            line = line.plus(Text.of(pieces.isEmpty() ? List.of(part) : literal(pieces.get(0))));
            for (String piece : pieces.subList(Math.min(1, pieces.size()), pieces.size())) {
                lines.add(line);
                line = Text.of(piece);
            }
        }
        if (!text.parts().isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private static List<Text.Part> literal(String text) {
        return List.of(new Text.Literal(text));
    }

    private static boolean same(List<String> before, int at, List<Text> after, int other, Opener opener)
            throws Secrets.Missing, Unanswered {
        return at < before.size()
                && other < after.size()
                && FileComparer.same(before.get(at), after.get(other), opener);
    }
}
