// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON strictly: a key that stands twice, a text after the end, nesting deeper than {@value #DEEPEST} and all that
 * is not JSON are refused. Whole numbers become Long, others BigDecimal; key order is kept.
 */
public final class JsonReader {
    private static final int DEEPEST = 200;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /** The text is not what was expected; the message starts with line and column, counted from 1. */
    public static final class Broken extends Exception {
        private final int line;
        private final int column;

        Broken(int line, int column, String what) {
            super("line " + line + ", column " + column + ": " + what);
            this.line = line;
            this.column = column;
        }

        public int line() {
            return line;
        }

        public int column() {
            return column;
        }
    }

    /** @throws Broken if the text is not one JSON value */
    public static @Nullable Object read(String text) throws Broken {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value(0);
        reader.space();
        if (reader.at < text.length()) {
            throw reader.broken("there is more text after the end");
        }
        return value;
    }

    private @Nullable Object value(int depth) throws Broken {
        space();
        if (depth > DEEPEST) {
            throw broken("nested deeper than " + DEEPEST);
        }
        return switch (peek()) {
            case '{' -> map(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> map(int depth) throws Broken {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        at++;
        space();
        if (accept('}')) {
            return map;
        }
        do {
            space();
            int start = at;
            String key = string();
            if (map.containsKey(key)) {
                at = start;
                throw broken("the key \"" + key + "\" stands twice");
            }
            space();
            expect(':');
            map.put(key, value(depth + 1));
            space();
        } while (accept(','));
        expect('}');
        return map;
    }

    private List<@Nullable Object> list(int depth) throws Broken {
        List<@Nullable Object> list = new ArrayList<>();
        at++;
        space();
        if (accept(']')) {
            return list;
        }
        do {
            list.add(value(depth + 1));
            space();
        } while (accept(','));
        expect(']');
        return list;
    }

    private String string() throws Broken {
        expect('"');
        StringBuilder read = new StringBuilder();
        while (peek() != '"') {
            char c = next();
            if (c < ' ') {
                at--;
                throw broken("a control character must be written as an escape");
            }
            read.append(c == '\\' ? escape() : c);
        }
        at++;
        return read.toString();
    }

    private char escape() throws Broken {
        char letter = next();
        if (letter == 'u') {
            String digits = text.substring(at, Math.min(at + 4, text.length()));
            if (!digits.matches("[0-9a-fA-F]{4}")) {
                throw broken("\\u needs four hexadecimal digits");
            }
            at += 4;
            return (char) Integer.parseInt(digits, 16);
        }
        int escaped = JsonText.escaped(letter);
        if (escaped < 0) {
            at--;
            throw broken("there is no escape \\" + letter);
        }
        return (char) escaped;
    }

    private Object number() throws Broken {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw broken("expected a value");
        }
        at = number.end();
        boolean whole = number.group(2) == null
                && number.group(3) == null
                && number.group().length() <= 18;
        return whole ? (Object) Long.valueOf(number.group()) : whole(new BigDecimal(number.group()));
    }

    private static Object whole(BigDecimal number) {
        boolean fits = number.scale() == 0 && number.toBigInteger().bitLength() < 64;
        return fits ? (Object) number.longValueExact() : number;
    }

    private @Nullable Object word(String word, @Nullable Object meaning) throws Broken {
        if (!text.startsWith(word, at)) {
            throw broken("expected a value");
        }
        at += word.length();
        return meaning;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean accept(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char c) throws Broken {
        if (!accept(c)) {
            throw broken("expected " + c);
        }
    }

    private char peek() throws Broken {
        if (at >= text.length()) {
            throw broken("the text ends too early");
        }
        return text.charAt(at);
    }

    private char next() throws Broken {
        char c = peek();
        at++;
        return c;
    }

    private Broken broken(String what) {
        String before = text.substring(0, Math.min(at, text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - (before.lastIndexOf('\n') + 1) + 1;
        return new Broken(line, column, what);
    }
}
