// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import io.shakebook.spi.kube.FieldPath.Element;
import io.shakebook.spi.kube.FieldPath.Index;
import io.shakebook.spi.kube.FieldPath.Key;
import io.shakebook.spi.kube.FieldPath.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The written form of field paths, both ways. A key that is no plain word stands in brackets, quoted if it must be. */
final class FieldPathText {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$-]*");
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_$./:-]*[A-Za-z_$./:-][A-Za-z0-9_$./:-]*");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ITEM =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_-]*)=(" + QUOTED.pattern() + "|[^,\\]\"]+)(,|$)");

    private FieldPathText() {}

    static String key(String name) {
        return WORD.matcher(name).matches() ? name : "[" + (bare(name) ? name : quoted(name)) + "]";
    }

    static String value(Object value) {
        if (!(value instanceof String text)) {
            return String.valueOf(value);
        }
        boolean plain = bare(text) && !text.equals("true") && !text.equals("false");
        return plain ? text : quoted(text);
    }

    /** Whether a text in brackets would not be taken for something else. */
    private static boolean bare(String text) {
        return BARE.matcher(text).matches() && !NUMBER.matcher(text).matches();
    }

    static String write(List<Segment> segments) {
        StringBuilder path = new StringBuilder();
        for (Segment segment : segments) {
            String shown = segment.toString();
            path.append(path.length() > 0 && !shown.startsWith("[") ? "." : "").append(shown);
        }
        return path.toString();
    }

    static FieldPath parse(String text) {
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '[') {
                int end = closing(text, at);
                segments.add(bracket(text.substring(at + 1, end)));
                at = end + 1;
            } else {
                Matcher word = WORD.matcher(text).region(text.charAt(at) == '.' ? at + 1 : at, text.length());
                if (!word.lookingAt()) {
                    throw new IllegalArgumentException("not a field path: \"" + text + "\"");
                }
                segments.add(new Key(word.group()));
                at = word.end();
            }
        }
        return new FieldPath(segments);
    }

    private static int closing(String text, int from) {
        boolean quoted = false;
        for (int at = from + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted && c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ']' && !quoted) {
                return at;
            }
        }
        throw new IllegalArgumentException("a bracket is not closed: \"" + text + "\"");
    }

    private static Segment bracket(String inside) {
        if (NUMBER.matcher(inside).matches()) {
            return new Index(Integer.parseInt(inside));
        }
        Matcher quoted = QUOTED.matcher(inside);
        if (quoted.matches()) {
            return new Key(unquoted(inside));
        }
        return inside.contains("=") ? element(inside) : new Key(inside);
    }

    private static Element element(String inside) {
        Map<String, Object> keys = new TreeMap<>();
        Matcher item = ITEM.matcher(inside);
        int at = 0;
        while (at < inside.length() && item.region(at, inside.length()).lookingAt()) {
            keys.put(item.group(1), scalar(item.group(2)));
            at = item.end();
        }
        if (keys.isEmpty() || at < inside.length()) {
            throw new IllegalArgumentException("not a list key: \"" + inside + "\"");
        }
        return new Element(keys);
    }

    private static Object scalar(String text) {
        if (text.startsWith("\"")) {
            return unquoted(text);
        }
        if (NUMBER.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
    }
}
