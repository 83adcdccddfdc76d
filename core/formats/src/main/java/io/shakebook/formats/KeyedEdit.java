// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import io.shakebook.engine.change.FileFormat;
import io.shakebook.engine.change.FileFormat.Broken;
import io.shakebook.engine.change.FileFormat.Unsettable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sets values by key: refuses what the file does not have or has with another type, lets the format edit its text, and
 * reads the edited text again, so that an edit that went wrong never leaves this class.
 */
final class KeyedEdit {
    /** Stands for a key that has no value yet; a value of any type may be set there. */
    static final String NOTHING = "null";

    private final FileFormat format;
    private final Editor editor;

    /** How a format changes its text; keys and types are checked already. */
    interface Editor {
        String edit(String text, Map<String, Object> values) throws Broken, Unsettable;
    }

    KeyedEdit(FileFormat format, Editor editor) {
        this.format = format;
        this.editor = editor;
    }

    String set(String text, Map<String, Object> values) throws Broken, Unsettable {
        Map<String, Object> expected = format.read(text);
        Map<String, String> why = new LinkedHashMap<>();
        values.forEach((key, value) -> complaint(key, value, expected).ifPresent(complaint -> why.put(key, complaint)));
        if (!why.isEmpty()) {
            throw new Unsettable(why);
        }
        String edited = editor.edit(text, values);
        expected.putAll(values);
        if (!same(expected, readAgain(edited))) {
            values.keySet()
                    .forEach(key -> why.put(
                            key,
                            "the template is written in a way in which this value cannot be"
                                    + " replaced alone: write the key and its value on a line of their own"));
            throw new Unsettable(why);
        }
        return edited;
    }

    private Map<String, Object> readAgain(String edited) {
        try {
            return format.read(edited);
        } catch (Broken broken) {
            return Map.of();
        }
    }

    private static boolean same(Map<String, Object> expected, Map<String, Object> read) {
        return expected.keySet().equals(read.keySet())
                && expected.entrySet().stream().allMatch(entry -> same(entry.getValue(), read.get(entry.getKey())));
    }

    private static boolean same(Object expected, @Nullable Object read) {
        return expected instanceof BigDecimal a && read instanceof BigDecimal b
                ? a.compareTo(b) == 0 // 6.00 and 6.0 are one float
                : expected.equals(read);
    }

    private static Optional<String> complaint(String key, Object value, Map<String, Object> have) {
        Object old = have.get(key);
        if (old == null) {
            return Optional.of("the template has no such key" + meant(NearKeys.of(key, have.keySet())));
        }
        if (value instanceof String text && !DoubleQuoted.writable(text)) {
            return Optional.of("the value holds half a character: no file can hold it");
        }
        boolean fits = old.getClass() == value.getClass() || old.equals(NOTHING);
        return fits ? Optional.empty() : Optional.of("the template has " + type(old) + " there: " + remedy(old, value));
    }

    private static String meant(List<String> near) {
        return near.isEmpty() ? "" : ": did you mean \"" + String.join("\" or \"", near) + "\"?";
    }

    private static String type(Object value) {
        if (value instanceof Long) {
            return "an integer";
        }
        if (value instanceof BigDecimal) {
            return "a float";
        }
        return value instanceof Boolean ? "a boolean" : "a string";
    }

    private static String remedy(Object old, Object value) {
        if (old instanceof String) {
            return "write \"" + value + "\" in quotes";
        }
        if (old instanceof BigDecimal && value instanceof Long) {
            return "write " + value + ".0";
        }
        if (old instanceof Long && value instanceof BigDecimal decimal) {
            return "write " + decimal.toBigInteger();
        }
        return old instanceof Boolean ? "write true or false" : "write a number";
    }
}
