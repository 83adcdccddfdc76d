// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import io.shakebook.engine.change.FileFormat.Broken;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.IntPredicate;

/**
 * One key and value of a properties file, which may go on over several lines.
 *
 * @param separated whether anything stands between the key and its value
 * @param valueStart offset in the file
 * @param end offset of the line break after the value, or of the end of the file
 */
record PropertyLine(String key, String value, boolean separated, int valueStart, int end) {

    static List<PropertyLine> in(String text) throws Broken {
        List<PropertyLine> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            at = skip(text, at, c -> isBlank(c) || isBreak(c));
            if (at < text.length() && (text.charAt(at) == '#' || text.charAt(at) == '!')) {
                at = skip(text, at, c -> !isBreak(c));
            } else if (at < text.length()) {
                PropertyLine line = at(text, at);
                lines.add(line);
                at = line.end();
            }
        }
        return lines;
    }

    private static PropertyLine at(String text, int start) throws Broken {
        int keyEnd = skipEscaped(text, start, c -> c != '=' && c != ':' && !isBlank(c) && !isBreak(c));
        int separator = skip(text, keyEnd, PropertyLine::isBlank);
        boolean sign = separator < text.length() && (text.charAt(separator) == '=' || text.charAt(separator) == ':');
        int valueStart = sign ? skip(text, separator + 1, PropertyLine::isBlank) : separator;
        int end = skipEscaped(text, valueStart, c -> !isBreak(c));
        Properties one = load(text, start, end);
        String key = one.stringPropertyNames().iterator().next();
        return new PropertyLine(key, one.getProperty(key, ""), valueStart > keyEnd, valueStart, end);
    }

    /** Leaves unescaping to the JDK. */
    private static Properties load(String text, int start, int end) throws Broken {
        Properties one = new Properties();
        try {
            one.load(new StringReader(text.substring(start, end)));
        } catch (IllegalArgumentException e) {
            int number = 1 + (int) text.substring(0, start).lines().count();
            throw new Broken(List.of(new Broken.Flaw(number, 1, "a \\u is not followed by four hexadecimal digits")));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a text cannot fail", e);
        }
        return one;
    }

    private static int skip(String text, int from, IntPredicate what) {
        int at = from;
        while (at < text.length() && what.test(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** As {@link #skip}, but a backslash takes the next character with it, and both of a Windows line break. */
    private static int skipEscaped(String text, int from, IntPredicate what) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == '\\' || what.test(text.charAt(at)))) {
            boolean escape = text.charAt(at) == '\\';
            at += escape ? (text.startsWith("\r\n", at + 1) ? 3 : 2) : 1;
        }
        return Math.min(at, text.length());
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private static boolean isBreak(int c) {
        return c == '\n' || c == '\r';
    }
}
