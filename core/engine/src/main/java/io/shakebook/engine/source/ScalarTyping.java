// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Types of unquoted scalars: the YAML 1.2 core schema, less what YAML 1.1 reads in another way, which is refused.
 * Source: https://yaml.org/spec/1.2.2/#103-core-schema and https://yaml.org/type/
 */
final class ScalarTyping {
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final Set<String> OLD_BOOLEANS = Set.of("yes", "no", "on", "off", "y", "n");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern BASED = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern OLD_OCTAL = Pattern.compile("[-+]?0o?[0-9_]+");
    private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9][0-9_]*_[0-9_]*(\\.[0-9_]*)?");
    private static final Pattern SEXAGESIMAL = Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?");
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final int LONGEST_NUMBER = 40;

    /** Why a plain scalar cannot be taken, and what to do. */
    record Ambiguity(String code, String why, String remedy) {}

    private ScalarTyping() {}

    static Optional<Ambiguity> ambiguity(String text) {
        if (OLD_BOOLEANS.contains(text.toLowerCase(Locale.ROOT))) {
            return ambiguous(
                    "ambiguous-boolean",
                    text,
                    "a boolean for some YAML readers and a text for others",
                    "quote it: \"" + text + "\", or write true or false");
        }
        if (OLD_OCTAL.matcher(text).matches()) {
            return ambiguous(
                    "ambiguous-number",
                    text,
                    "octal for some YAML readers and something else for others",
                    "quote it: \"" + text + "\", or write the number without leading zeros");
        }
        if (SEXAGESIMAL.matcher(text).matches()) {
            return ambiguous(
                    "ambiguous-number",
                    text,
                    "a number to the base 60 for some YAML readers",
                    "quote it: \"" + text + "\"; a duration is written 90s or 1m30s");
        }
        if (GROUPED.matcher(text).matches() || NO_NUMBER.matcher(text).matches()) {
            return ambiguous(
                    "ambiguous-number",
                    text,
                    "a number for some YAML readers and a text for others",
                    "quote it: \"" + text + "\", or write the number in digits");
        }
        if (DATE.matcher(text).matches()) {
            return ambiguous(
                    "ambiguous-date",
                    text,
                    "a date for some YAML readers and a text for others",
                    "quote it: \"" + text + "\"");
        }
        return numberTooLong(text);
    }

    private static Optional<Ambiguity> ambiguous(String code, String text, String what, String remedy) {
        return Optional.of(new Ambiguity(code, "\"" + text + "\" is " + what, remedy));
    }

    private static Optional<Ambiguity> numberTooLong(String text) {
        boolean number = INTEGER.matcher(text).matches()
                || BASED.matcher(text).matches()
                || FLOAT.matcher(text).matches();
        if (!number) {
            return Optional.empty();
        }
        try {
            boolean whole =
                    !FLOAT.matcher(text).matches() || INTEGER.matcher(text).matches();
            if (text.length() <= LONGEST_NUMBER
                    && (whole || Math.abs(new BigDecimal(text).scale()) <= 10 * LONGEST_NUMBER)) {
                if (whole) {
                    whole(text);
                }
                return Optional.empty();
            }
        } catch (NumberFormatException tooLarge) {
            // falls through to the same answer
        }
        return Optional.of(new Ambiguity("number-too-large", "the number is too large", "quote it if it is a text"));
    }

    /** The typed value of a plain scalar that is not ambiguous; empty for null. */
    static Optional<Object> value(String text) {
        if (NULL.contains(text)) {
            return Optional.empty();
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return Optional.of(TRUE.contains(text));
        }
        if (INTEGER.matcher(text).matches() || BASED.matcher(text).matches()) {
            return Optional.of(whole(text));
        }
        return Optional.of(FLOAT.matcher(text).matches() ? new BigDecimal(text) : text);
    }

    private static Long whole(String text) {
        return text.startsWith("0x") ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
    }
}
