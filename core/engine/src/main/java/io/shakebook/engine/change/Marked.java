// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text whose holes are replaced by marks, so that a file format can read it although its secrets are closed and its
 * pending parts unknown. What was read is mapped back afterwards.
 */
final class Marked {
    /** Characters of the private use area, which no file format gives a meaning. */
    private static final char OPEN = '\ue0f0';

    private static final char CLOSE = '\ue0f1';
    private static final Pattern MARK = Pattern.compile(OPEN + "([0-9]+)" + CLOSE);

    private final List<Text.Part> holes = new ArrayList<>();
    private final String marked;

    Marked(Text text) {
        StringBuilder out = new StringBuilder();
        for (Text.Part part : text.parts()) {
            if (part instanceof Text.Literal literal) {
                out.append(literal.text());
            } else {
                out.append(OPEN).append(holes.size()).append(CLOSE);
                holes.add(part);
            }
        }
        this.marked = out.toString();
    }

    /** Whether the text already holds characters that are used as marks; then it cannot be mapped back. */
    static boolean clashes(Text text) {
        return text.parts().stream()
                .anyMatch(part -> part instanceof Text.Literal literal
                        && (literal.text().indexOf(OPEN) >= 0 || literal.text().indexOf(CLOSE) >= 0));
    }

    String text() {
        return marked;
    }

    /** A value as a format read it, with its holes back: no longer escaped, since it is a value and not a piece of a file. */
    Object unmarked(Object value) {
        if (!(value instanceof String text) || text.indexOf(OPEN) < 0) {
            return value;
        }
        List<Text.Part> parts = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        int from = 0;
        while (mark.find()) {
            parts.add(new Text.Literal(text.substring(from, mark.start())));
            parts.add(bare(holes.get(Integer.parseInt(mark.group(1)))));
            from = mark.end();
        }
        parts.add(new Text.Literal(text.substring(from)));
        return Text.of(parts);
    }

    private static Text.Part bare(Text.Part hole) {
        return hole instanceof Text.Secret secret
                ? new Text.Secret(secret.ref(), "")
                : new Text.Pending(((Text.Pending) hole).ref(), "");
    }
}
