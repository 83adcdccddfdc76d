// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

/**
 * Strings between double quotes, written so that TOML 1.0, YAML 1.2 and JSON all read the same characters back. Sources:
 * https://toml.io/en/v1.0.0#string, https://yaml.org/spec/1.2.2/#57-escaped-characters and RFC 8259, section 7.
 */
final class DoubleQuoted {

    private DoubleQuoted() {}

    static String of(String value) {
        return '"' + escape(value) + '"';
    }

    /** The characters that stand between the quotes. */
    static String escape(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 8);
        value.chars().forEach(c -> append(escaped, (char) c));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, char c) {
        switch (c) {
            case '"' -> escaped.append("\\\"");
            case '\\' -> escaped.append("\\\\");
            case '\b' -> escaped.append("\\b");
            case '\t' -> escaped.append("\\t");
            case '\n' -> escaped.append("\\n");
            case '\f' -> escaped.append("\\f");
            case '\r' -> escaped.append("\\r");
            default -> {
                if (readsBackAsItself(c)) {
                    escaped.append(c);
                } else {
                    escaped.append(String.format("\\u%04x", (int) c));
                }
            }
        }
    }

    /** Control characters do not; nor do YAML's line breaks, the byte order mark and the two that are no characters. */
    private static boolean readsBackAsItself(char c) {
        return !Character.isISOControl(c)
                && c != '\u2028'
                && c != '\u2029'
                && c != '\uFEFF'
                && c != '\uFFFE'
                && c != '\uFFFF';
    }

    /** Half a surrogate pair is no character: no file can hold it. */
    static boolean writable(String value) {
        return value.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }
}
